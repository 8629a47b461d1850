package dev.makegood.project;

import dev.makegood.store.ReusedIdException;
import java.util.Optional;

/** One customer's projects, within one unit of work and under that customer's lock. */
public interface ProjectStore {

    /** Answers this customer's project; empty if there is none, and if it is another customer's. */
    Optional<Project> find(ProjectId id);

    /**
     * Adds a project whose id is unused.
     *
     * @throws ReusedIdException if the id is in use, here or at another customer's: a bug in
     *         the caller
     */
    void add(Project project);

    /**
     * Replaces a project by its next state, whole: nothing of the former state stays behind.
     *
     * @throws IllegalStateException if the project is not {@code before} any more: the unit is
     *         stale
     */
    void replace(Project before, Project after);

    /**
     * Claims a run of a pipeline for a project, so that reports which name the run find it.
     *
     * @return the project that has the run: this one, also when it claimed it before, or the one
     *         that was first
     */
    ProjectId claimRun(String pipeline, RunId run, ProjectId project);

    /** Tells whether a project has claimed this run, whichever. */
    boolean isClaimed(String pipeline, RunId run);
}
