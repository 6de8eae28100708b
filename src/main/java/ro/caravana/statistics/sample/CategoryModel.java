package ro.caravana.statistics.sample;

import java.util.List;
import ro.caravana.statistics.CaseCategory;

/**
 * How one category is made up. Assumptions, not facts: they only have the orders of magnitude the directorate expects.
 *
 * @param countyTotal expected cases in a county of {@value #REFERENCE_RESIDENTS} residents
 * @param children power by which the rate rises with the UAT's share of children, relative to the mean UAT's
 * @param roma the same for the share of the Roma minority
 * @param elderly the same for the share of residents of 70 and over
 * @param distance the same for the minutes to the nearest local service
 * @param shareOfWomen probability that a case is a woman's
 * @param ages bands and their weights
 */
record CategoryModel(
        CaseCategory category,
        double countyTotal,
        double children,
        double roma,
        double elderly,
        double distance,
        double shareOfWomen,
        List<Age> ages) {
    /** Residents of the county for which the totals were named, census of 2021. */
    static final double REFERENCE_RESIDENTS = 679_141;

    record Age(String band, double weight) {}

    static final List<CategoryModel> ALL = List.of(
            new CategoryModel(CaseCategory.NO_ID, 4_500, 0.5, 0.6, 0, 0.30, 0.50, adults(0.34, 0.46, 0.20)),
            new CategoryModel(CaseCategory.EXPIRED_ID, 11_000, 0.2, 0.2, 0, 0.25, 0.48, adults(0.22, 0.48, 0.30)),
            new CategoryModel(CaseCategory.DAMAGED_ID, 1_800, 0.1, 0.1, 0, 0.10, 0.44, adults(0.38, 0.44, 0.18)),
            new CategoryModel(CaseCategory.FIRST_ID_14, 900, 1.0, 0.4, 0, 0.20, 0.49, List.of(new Age("14-17", 1))),
            new CategoryModel(CaseCategory.NO_BIRTH_CERTIFICATE, 350, 0.8, 0.8, 0, 0.20, 0.50, mostlyChildren()),
            new CategoryModel(CaseCategory.TEMPORARY_ID, 1_600, 0.3, 0.5, 0, 0.05, 0.50, adults(0.44, 0.44, 0.12)),
            new CategoryModel(CaseCategory.NON_TRANSPORTABLE, 1_500, 0, 0, 1.0, 0.05, 0.61, adults(0.04, 0.21, 0.75)));

    private static List<Age> adults(double young, double middle, double old) {
        return List.of(new Age("18-34", young), new Age("35-64", middle), new Age("65+", old));
    }

    private static List<Age> mostlyChildren() {
        return List.of(new Age("0-13", 0.62), new Age("14-17", 0.12), new Age("18-34", 0.18), new Age("35-64", 0.08));
    }
}
