package dev.makegood.server.log;

/** Text that is safe to show: control characters, which could forge lines or steer a terminal, are spelt out. */
public final class PrintableText {

    private PrintableText() {}

    public static String of(String text) {
        if (text.codePoints().noneMatch(PrintableText::mustBeEscaped)) {
            return text;
        }
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> append(escaped, c));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int codePoint) {
        switch (codePoint) {
            case '\n' -> escaped.append("\\n");
            case '\r' -> escaped.append("\\r");
            case '\t' -> escaped.append("\\t");
            default -> {
                if (mustBeEscaped(codePoint)) {
                    // As in JSON: two escapes for what does not fit into one.
                    for (char half : Character.toChars(codePoint)) {
                        escaped.append("\\u%04x".formatted((int) half));
                    }
                } else {
                    escaped.appendCodePoint(codePoint);
                }
            }
        }
    }

    /** Controls, line separators, and what turns the direction of the text that follows. */
    private static boolean mustBeEscaped(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            case Character.FORMAT -> codePoint != 0x200D;   // joins emoji
            default -> false;
        };
    }
}
