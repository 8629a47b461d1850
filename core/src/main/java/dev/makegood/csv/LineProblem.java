package dev.makegood.csv;

/**
 * What is wrong with one line of a list.
 *
 * @param line counted from 1, as an editor counts
 */
public record LineProblem(int line, String problem) {

    @Override
    public String toString() {
        return "line " + line + ": " + problem;
    }
}
