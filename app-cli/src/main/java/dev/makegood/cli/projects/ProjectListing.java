package dev.makegood.cli.projects;

import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.command.ListOptions;
import dev.makegood.cli.output.ProjectOutput;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.customer.CustomerId;
import dev.makegood.payment.Purpose;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectFilter;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
import dev.makegood.server.Installation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page of projects, as the options say. */
record ProjectListing(Installation installation, ListOptions options) {

    CommandResult list(Set<ProjectStatus> statuses, @Nullable ProjectId after) {
        var customer = options.customer();
        return customer == null ? list(statuses, null, after)
                : new CustomerLookup(installation).withCustomer(customer,
                        id -> list(statuses, id, after));
    }

    private CommandResult list(
            Set<ProjectStatus> statuses, @Nullable CustomerId customer, @Nullable ProjectId after) {
        var filter = ProjectFilter.ALL.withStatuses(statuses)
                .withCustomer(customer)
                .between(null, options.madeBefore(installation));
        if (options.gatewayRef() != null) {
            return output(paidFor().stream().filter(filter::includes).toList());
        }
        return after == null ? output(page(filter, null))
                : installation.makegood()
                        .projects()
                        .find(after)
                        .map(project -> output(page(filter, ProjectCursor.of(project))))
                        .orElseGet(() -> CommandResult.notFound("there is no project " + after));
    }

    private List<Project> page(ProjectFilter filter, @Nullable ProjectCursor after) {
        return installation.storage().reports().projects(filter, after, options.limit());
    }

    private List<Project> paidFor() {
        var projects = installation.makegood().projects();
        return options.paymentsOfReference(installation)
                .map(payment -> payment.details().purpose())
                .filter(Purpose.PaidWork.class::isInstance)
                .map(Purpose.PaidWork.class::cast)
                .flatMap(work -> projects.find(new ProjectId(work.id())).stream())
                .toList();
    }

    private CommandResult output(List<Project> projects) {
        return ProjectOutput.list(installation, projects);
    }
}
