package dev.makegood.project;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Book;
import dev.makegood.ledger.Terms;
import dev.makegood.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** What everybody behind the desk of projects shares. */
record Office(Store<? extends ProjectUnit> store, ProjectDirectory directory, InstantSource clock,
        Terms terms,
        Workshops workshops) {

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    <R> R write(CustomerId customer, Function<ProjectUnit, R> work) {
        return store.write(customer, work::apply);
    }

    void change(CustomerId customer, Consumer<ProjectUnit> work) {
        store.change(customer, work);
    }

    /** Runs a unit on a project, if there is one of this id. */
    <R> Optional<R> onProject(ProjectId id, BiFunction<ProjectUnit, Project, R> work) {
        return directory.ownerOf(id)
                .flatMap(owner -> write(owner,
                        unit -> unit.projects()
                                .find(id)
                                .map(project -> work.apply(unit, project))));
    }

    Book book(ProjectUnit unit) {
        return Book.of(unit, now(), terms);
    }

    Workshop workshopOf(Project project) {
        return workshops.named(project.brief().pipeline());
    }
}
