package dev.makegood.testing;

import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.TransferId;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.Quote;
import dev.makegood.project.Funding;
import dev.makegood.project.Order;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectDetails;
import dev.makegood.project.ProjectId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids and things to try with, all from a seed; two seeds share neither ids nor times. */
public final class Samples {

    private static final AtomicLong SEEDS = new AtomicLong();
    private static final Instant FIRST = Instant.parse("2026-01-01T12:00:00Z");

    private final long seed;
    private final SplittableRandom random;

    public Samples(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** Samples unique in this process, for tests that share a storage. */
    public static Samples fresh() {
        return new Samples(SEEDS.incrementAndGet());
    }

    /** When this test's time begins: 200 days after that of the one before. */
    public Instant start() {
        return FIRST.plus(Duration.ofDays(200 * seed));
    }

    public UUID id() {
        long high = (random.nextLong() & ~0xF000L) | 0x7000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    public CustomerId customer() {
        return new CustomerId(id());
    }

    public ProjectId project() {
        return new ProjectId(id());
    }

    public TransferId transfer() {
        return new TransferId(id());
    }

    public Identity identity() {
        return new Identity("app", "user-" + id());
    }

    /** A project without a hold, not sent yet. */
    public Project.Pending freeProject(CustomerId customer) {
        return freeProject(customer, start());
    }

    public Project.Pending freeProject(CustomerId customer, Instant createdAt) {
        var details = projectDetails(customer, new Funding.Free(), createdAt);
        return new Project.Pending(details, 1, createdAt);
    }

    public ProjectDetails projectDetails(CustomerId customer, Funding funding, Instant createdAt) {
        var operation = Operation.of("story-editor", "project-video", "hd");
        var order = new Order(operation, "a cat in «Ω» 🐈", Map.of("aspectRatio", "16:9"),
                "{\"scene\": 3}");
        var quote = new Quote(operation, new BigDecimal("40"), Map.of("hd", new BigDecimal("1.5")),
                new Credits(60));
        return new ProjectDetails(project(), customer, order, quote, funding, "pipeline",
                createdAt);
    }
}
