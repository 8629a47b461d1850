package dev.makegood.server.log;

/** Text that is safe to show: control characters, which could forge lines or steer a terminal, are spelt out. */
public final class Printable {

    private Printable() {}

    public static String of(String text) {
        if (text.codePoints().noneMatch(Printable::mustBeSpelt)) {
            return text;
        }
        var spelt = new StringBuilder();
        text.codePoints().forEach(c -> append(spelt, c));
        return spelt.toString();
    }

    private static void append(StringBuilder spelt, int codePoint) {
        switch (codePoint) {
            case '\n' -> spelt.append("\\n");
            case '\r' -> spelt.append("\\r");
            case '\t' -> spelt.append("\\t");
            default -> {
                if (mustBeSpelt(codePoint)) {
                    spelt.append("\\u%04x".formatted(codePoint));
                } else {
                    spelt.appendCodePoint(codePoint);
                }
            }
        }
    }

    /** Controls, line separators, and what turns the direction of the text that follows. */
    private static boolean mustBeSpelt(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            case Character.FORMAT -> codePoint != 0x200D;   // joins emoji
            default -> false;
        };
    }
}
