package ro.caravana.documents.pdf;

/** The sheet the action graphic is printed on, landscape; type and margins shrink with it. */
public enum Paper {
    A3("9pt", "13mm", "17mm", "14mm"),
    A4("6.6pt", "9mm", "14mm", "12mm");

    private final String fontSize;
    private final String marginSide;
    private final String marginTop;
    private final String marginBottom;

    Paper(String fontSize, String marginSide, String marginTop, String marginBottom) {
        this.fontSize = fontSize;
        this.marginSide = marginSide;
        this.marginTop = marginTop;
        this.marginBottom = marginBottom;
    }

    String fontSize() {
        return fontSize;
    }

    String marginSide() {
        return marginSide;
    }

    String marginTop() {
        return marginTop;
    }

    String marginBottom() {
        return marginBottom;
    }
}
