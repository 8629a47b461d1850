package dev.makegood.cli.list;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What is wrong with a list, a line each; all of it is said at once, before anything is done. */
public final class ListProblems {

    private static final int SHOWN_MAX = 20;

    private final Function<String, RuntimeException> toException;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param toException makes the exception of wrong usage from its message
     */
    public ListProblems(Function<String, RuntimeException> toException) {
        this.toException = toException;
    }

    public void add(int lineNumber, String problem) {
        problems.add("line " + lineNumber + ": " + problem);
    }

    /** The list as a whole cannot be used. */
    RuntimeException ofWhole(String problem) {
        return toException.apply(problem);
    }

    /** Refuses the list if anything is wrong with it. */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw toException.apply("nothing was done; the list has " + problems.size()
                    + (problems.size() == 1 ? " error" : " errors") + System.lineSeparator()
                    + shown());
        }
    }

    private String shown() {
        var first = problems.stream().limit(SHOWN_MAX).toList();
        var text = String.join(System.lineSeparator(), first);
        return problems.size() == first.size() ? text
                : text + System.lineSeparator() + "and " + (problems.size() - first.size())
                        + " more";
    }
}
