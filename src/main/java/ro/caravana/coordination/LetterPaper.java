package ro.caravana.coordination;

/** Prints letters; whoever makes documents offers it. */
@FunctionalInterface
public interface LetterPaper {
    /**
     * The letter as PDF, in Romanian.
     *
     * @param publicUrl where partners reach us, without a slash at the end
     */
    byte[] print(Letter letter, String publicUrl);
}
