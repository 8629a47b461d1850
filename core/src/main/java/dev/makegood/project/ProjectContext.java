package dev.makegood.project;

import dev.makegood.ledger.LedgerSettings;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.UnitContext;
import dev.makegood.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the parts of the desk of projects share. */
record ProjectContext(Store<? extends ProjectUnit> store, ProjectDirectory directory,
        PipelineRegistry pipelines, InstantSource clock, LedgerSettings ledgerSettings)
        implements UnitContext<ProjectUnit> {

    /** Runs a unit on a project, if there is one of this id. */
    <R> Optional<R> withProject(ProjectId id, BiFunction<ProjectUnit, Project, R> work) {
        return with(directory.ownerOf(id), idsOf(id), unit -> unit.projects().find(id), work);
    }

    /** What a unit about a project reads: it, and its hold. */
    static List<Object> idsOf(ProjectId id) {
        return List.of(id, holdOf(id));
    }

    static TransferId holdOf(ProjectId id) {
        return TransferId.of("hold", id.value());
    }

    PipelineRegistration registrationOf(Project project) {
        return pipelines.byName(project.details().pipeline());
    }
}
