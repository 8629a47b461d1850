package dev.makegood.http;

import java.util.List;
import java.util.stream.Stream;

/** The table of all routes: the one truth for routing, and for the tests of who may call what. */
final class Routes {

    private Routes() {}

    static List<Route> of(House house, Sending sending, Turns turns) {
        var makegood = house.makegood();
        var visitors = new Visitors(makegood.customers(), house.ids());
        var repeating = new Repeating(makegood.repeats(), house.ids());
        var owned = new OwnProjects(makegood.projects(), visitors);
        return Stream.of(
                new StoryEditorRoutes(makegood, visitors, repeating, sending).all(),
                new ReportRoutes(makegood.projects(), owned, repeating, house.clock()).all(),
                new CustomerRoutes(house, visitors).all(),
                new ProjectRoutes(makegood.projects(), owned, repeating).all(),
                new CreditRoutes(house, visitors, repeating).all(),
                new RefundRoutes(house, repeating).all(),
                new GenerationRoutes(house, visitors, repeating).all(),
                new CalculationRoutes(house).all(),
                new PaymentRoutes(house, visitors, repeating).all(),
                new PayRoutes(house).all(),
                new NoticeRoutes(house, turns).all(),
                new OperatorRoutes(house, visitors, repeating).all(),
                new HealthRoutes(house.storage()).all())
                .flatMap(List::stream)
                .toList();
    }
}
