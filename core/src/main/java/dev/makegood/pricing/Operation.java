package dev.makegood.pricing;

/**
 * Something a customer can order, with the multipliers chosen: category, name, and for instance the
 * quality.
 *
 * <p>Source of the shape: S11, {@code ("story-editor", "project-video", qualityMultipliers)}.
 */
public record Operation(String category, String name, Multipliers multipliers) {

    public Operation {
        PriceNames.check("category", category);
        PriceNames.check("operation", name);
    }

    /** The operation with these named multipliers, for example {@code "hd"}. */
    public static Operation of(String category, String name, String... multipliers) {
        return new Operation(category, name, Multipliers.of(multipliers));
    }

    /**
     * Its name in price lists and settings, without its multipliers:
     * {@code story-editor/project-video}.
     */
    public String path() {
        return category + "/" + name;
    }
}
