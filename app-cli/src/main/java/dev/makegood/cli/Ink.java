package dev.makegood.cli;

import dev.makegood.server.log.Printable;

/** Colour where a person looks, nothing where a program reads. */
record Ink(boolean colour) {

    private static final String ESCAPE = "\u001b[";

    String red(String text) {
        return in("31", text);
    }

    /** Text that came from outside: nothing in it may steer the terminal. */
    static String foreign(String text) {
        return Printable.of(text);
    }

    private String in(String code, String text) {
        return colour ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
