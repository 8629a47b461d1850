package dev.makegood.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.access.Role;
import dev.makegood.http.MakegoodHttp;
import dev.makegood.http.server.CheckoutConfig;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.HttpSettings;
import dev.makegood.ledger.Credits;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.Checkout;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentDetails;
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
            Pattern.compile("(?:Problem\\.of\\(|ofProject\\(project, )(\\d+), \"(\\w+)\"");
    private static final JsonMapper JSON = new JsonMapper();

    private final DocPage docPage = DocPages.page("docs/http.md");
    private final Random random = new Random(20261120);
    private final InMemoryStore store = new InMemoryStore();
    private final Makegood makegood = Makegood.on(store)
            .withPipeline(request -> new Started(new RunId("run-of-" + request.id())))
            .withPayments(PaymentSetup.of(List.of(new OpeningGateway())))
            .open();
    private final MakegoodHttp server = MakegoodHttp.of(HttpSettings.on("127.0.0.1", 0),
            new HttpDependencies(makegood, store, InstantSource.system(), UUID::randomUUID, random,
                    new CheckoutConfig(Map.of(), URI.create("https://product.example"), "yookassa",
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
        var served = server.rolesByRoute()
                .entrySet()
                .stream()
                .map(route -> List.of(route.getKey(), roles(route.getValue())))
                .toList();

        assertThat(docPage.table("route")).extracting(row -> row.subList(0, 2))
                .containsExactlyInAnyOrderElementsOf(served);
    }

    private static String roles(Set<Role> roles) {
        return roles.isEmpty() ? "anyone"
                : Stream.of(Role.values())
                        .filter(roles::contains)
                        .map(Role::label)
                        .collect(joining(", "));
    }

    @Test
    void the_table_of_problems_names_each_of_them() {
        var source = DocPages.root()
                .resolve("adapters-http/src/main/java/dev/makegood/http/response/Problems.java");
        var problems = PROBLEM.matcher(DocPages.read(source))
                .results()
                .map((MatchResult found) -> List.of(found.group(1), found.group(2)))
                .distinct()
                .toList();

        assertThat(docPage.table("status")).extracting(row -> row.subList(0, 2))
                .containsExactlyInAnyOrderElementsOf(problems);
    }

    @Test
    void the_examples_answer_what_is_shown_below_them() throws Exception {
        assumeTrue(Shell.has("curl"), "no curl here");
        var examples = docPage.blocks("sh");
        var responses = docPage.blocks("json");
        var names = new TreeMap<>(Map.of("URL", "http://127.0.0.1:" + server.port(),
                "APP", key(Role.APP), "PIPELINE", key(Role.PIPELINE),
                "OPERATOR", key(Role.OPERATOR)));

        assertThat(examples).hasSameSizeAs(responses);
        for (int at = 0; at < examples.size(); at++) {
            var response = JSON.readTree(Shell.run(examples.get(at), names));
            response.optional("projectId").ifPresent(id -> names.put("PROJECT", id.stringValue()));
            response.optional("generationRequestId")
                    .filter(JsonNode::isString)
                    .ifPresent(id -> names.put("REQUEST", id.stringValue()));
            response.optional("paymentId").ifPresent(id -> names.put("PAYMENT", id.stringValue()));
            assertThat(maskObject(response, JSON.readTree(responses.get(at)))).as(examples.get(at))
                    .isEqualTo(JSON.readTree(responses.get(at)));
        }
    }

    /** The response, with an ellipsis where the page shows one, and without what the page does not show. */
    private static JsonNode maskObject(JsonNode response, JsonNode shown) {
        var like = JSON.createObjectNode();
        shown.propertyStream()
                .filter(field -> response.has(field.getKey()))
                .forEach(field -> like.set(field.getKey(),
                        maskValue(response.get(field.getKey()), field.getValue())));
        return like;
    }

    private static JsonNode maskValue(JsonNode response, JsonNode shown) {
        return shown.toString().equals("\"…\"") ? shown
                : response.isObject() && shown.isObject() ? maskObject(response, shown) : response;
    }

    private String key(Role role) {
        return makegood.apiKeys(random).create(role, "page", "test").text();
    }

    /** Opens every payment; no payment is paid here. */
    private static final class OpeningGateway implements PaymentGateway {

        @Override
        public String name() {
            return "yookassa";
        }

        @Override
        public OpeningResult open(PaymentDetails details) {
            return new Opened(new Checkout(new GatewayRef(name(), details.id().toString()),
                    "https://pay.example/" + details.id()));
        }

        @Override
        public PaymentPollResult poll(GatewayRef ref) {
            return new Unknown("not polled here");
        }

        @Override
        public PaymentPollResult capture(GatewayRef ref, PaymentDetails details) {
            return poll(ref);
        }

        @Override
        public PaymentPollResult expire(GatewayRef ref) {
            return poll(ref);
        }

        @Override
        public RefundResult refund(RefundInstruction instruction) {
            return new Unknown("not paid here");
        }
    }

    /** Runs what a reader would paste into a shell. */
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
