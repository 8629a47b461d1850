package dev.makegood.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makegood.Cashier;
import dev.makegood.Makegood;
import dev.makegood.access.Role;
import dev.makegood.http.Counter;
import dev.makegood.http.House;
import dev.makegood.http.HttpSettings;
import dev.makegood.http.MakegoodHttp;
import dev.makegood.ledger.Credits;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.Checkout;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.pricing.CreditPack;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.project.RunId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpPageTest {

    private static final Pattern PROBLEM =
            Pattern.compile("(?:Problem\\.of\\(|about\\(project, )(\\d+), \"(\\w+)\"");
    private static final JsonMapper JSON = new JsonMapper();

    private final Page page = Pages.page("docs/http.md");
    private final Random chance = new Random(20261120);
    private final InMemoryStore store = new InMemoryStore();
    private final Makegood makegood = Makegood.on(store)
            .workedBy(order -> new Started(new RunId("run-of-" + order.id())))
            .paidAt(Cashier.of(List.of(new Till())))
            .open();
    private final MakegoodHttp server = MakegoodHttp.of(HttpSettings.on("127.0.0.1", 0),
            new House(makegood, store, InstantSource.system(), UUID::randomUUID, chance,
                    new Counter(Map.of(), URI.create("https://product.example"), "yookassa",
                            List.of("yookassa"))));

    @BeforeEach
    void start() {
        store.creditPacks()
                .save(new CreditPack("starter", "100 credits", new Credits(100), new Credits(20),
                        Money.of(19_900, "RUB")));
        var unused = server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void the_table_of_routes_names_all_of_them_and_who_may_call() {
        var offered = server.offered()
                .entrySet()
                .stream()
                .map(route -> List.of(route.getKey(), roles(route.getValue())))
                .toList();

        assertThat(page.table("route")).extracting(row -> row.subList(0, 2))
                .containsExactlyInAnyOrderElementsOf(offered);
    }

    private static String roles(Set<Role> roles) {
        return roles.isEmpty() ? "everybody"
                : Stream.of(Role.values())
                        .filter(roles::contains)
                        .map(Role::label)
                        .collect(joining(", "));
    }

    @Test
    void the_table_of_refusals_names_every_one_we_know() {
        var source = Pages.root()
                .resolve("adapters-http/src/main/java/dev/makegood/http/Problems.java");
        var known = PROBLEM.matcher(Pages.read(source))
                .results()
                .map((MatchResult found) -> List.of(found.group(1), found.group(2)))
                .distinct()
                .toList();

        assertThat(page.table("status")).extracting(row -> row.subList(0, 2))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void the_examples_answer_what_stands_below_them() throws Exception {
        assumeTrue(Shell.has("curl"), "no curl here");
        var examples = page.blocks("sh");
        var answers = page.blocks("json");
        var names = new TreeMap<>(Map.of("URL", "http://127.0.0.1:" + server.port(),
                "APP", key(Role.APP), "PIPELINE", key(Role.PIPELINE),
                "OPERATOR", key(Role.OPERATOR)));

        assertThat(examples).hasSameSizeAs(answers);
        for (int at = 0; at < examples.size(); at++) {
            var answer = JSON.readTree(Shell.run(examples.get(at), names));
            answer.optional("projectId").ifPresent(id -> names.put("PROJECT", id.stringValue()));
            answer.optional("generationRequestId")
                    .filter(JsonNode::isString)
                    .ifPresent(id -> names.put("REQUEST", id.stringValue()));
            answer.optional("paymentId").ifPresent(id -> names.put("PAYMENT", id.stringValue()));
            assertThat(like(answer, JSON.readTree(answers.get(at)))).as(examples.get(at))
                    .isEqualTo(JSON.readTree(answers.get(at)));
        }
    }

    /** The answer, with an ellipsis wherever the page shows one, and without what it does not show. */
    private static JsonNode like(JsonNode answer, JsonNode shown) {
        var like = JSON.createObjectNode();
        shown.propertyStream()
                .filter(field -> answer.has(field.getKey()))
                .forEach(field -> like.set(field.getKey(),
                        alike(answer.get(field.getKey()), field.getValue())));
        return like;
    }

    private static JsonNode alike(JsonNode answer, JsonNode shown) {
        return shown.toString().equals("\"…\"") ? shown
                : answer.isObject() && shown.isObject() ? like(answer, shown) : answer;
    }

    private String key(Role role) {
        return makegood.keyring(chance).create(role, "page", "test").text();
    }

    /** Opens every bill; nobody pays here. */
    private static final class Till implements PaymentGateway {

        @Override
        public String name() {
            return "yookassa";
        }

        @Override
        public Opening open(Bill bill) {
            return new Opened(new Checkout(new GatewayRef(name(), bill.id().toString()),
                    "https://pay.example/" + bill.id()));
        }

        @Override
        public Look look(GatewayRef ref) {
            return new Unknown("nobody asks");
        }

        @Override
        public Look capture(GatewayRef ref, Bill bill) {
            return look(ref);
        }

        @Override
        public Look expire(GatewayRef ref) {
            return look(ref);
        }

        @Override
        public Returned giveBack(RefundOrder order) {
            return new Unknown("nobody paid");
        }
    }

    /** Runs what a reader would paste. */
    private static final class Shell {

        private Shell() {}

        static boolean has(String program) throws IOException, InterruptedException {
            return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
        }

        static String run(String script, Map<String, String> names) throws IOException {
            var builder = new ProcessBuilder("sh", "-eu", "-c", script);
            builder.environment().putAll(names);
            var process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
