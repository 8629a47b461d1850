package dev.makegood.project;

/** What a report makes of a project. */
sealed interface Reaction {

    /** The project moves on. */
    record ProjectTransition(Project.Open before, Project after) implements Reaction {}

    /** The project was there before: the same report again. */
    record ProjectAlreadyThere(Project project) implements Reaction {}

    /** The report contradicts what we know, and changes nothing. */
    record RunReportRefused(Project project, RunReport report, String why) implements Reaction {}
}
