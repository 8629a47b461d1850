package dev.makegood.cli.terminal;

import dev.makegood.server.log.PrintableText;

/** Colour on a terminal, plain text elsewhere. */
public record TerminalText(boolean hasColour) {

    private static final String ESCAPE = "\u001b[";

    String red(String text) {
        return wrap("31", text);
    }

    /** Text that came from outside: nothing in it may steer the terminal. */
    public static String sanitize(String text) {
        return PrintableText.of(text);
    }

    private String wrap(String code, String text) {
        return hasColour ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
