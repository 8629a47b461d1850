package dev.makegood.explorer;

import java.util.function.Consumer;

/** Something that can be done in a small world, at any time, as often as one likes. */
record Deed<W>(String name, Consumer<W> act) {

    @Override
    public String toString() {
        return name;
    }
}
