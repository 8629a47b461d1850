package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static dev.makegood.persistence.schema.Tables.CUSTOMER;
import static dev.makegood.persistence.schema.Tables.GENERATION_REQUEST;
import static dev.makegood.persistence.schema.Tables.IDEMPOTENT_REQUEST;
import static dev.makegood.persistence.schema.Tables.TRANSFER;
import static java.util.stream.Collectors.joining;

import dev.makegood.access.IdempotentRequest;
import dev.makegood.customer.CustomerId;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.persistence.schema.tables.records.CreditGrantRecord;
import dev.makegood.persistence.schema.tables.records.CustomerRecord;
import dev.makegood.persistence.schema.tables.records.GenerationRequestRecord;
import dev.makegood.persistence.schema.tables.records.IdempotentRequestRecord;
import dev.makegood.persistence.schema.tables.records.TransferRecord;
import dev.makegood.pricing.Hostname;
import dev.makegood.store.Microseconds;
import dev.makegood.unit.Foreseen;
import dev.makegood.unit.Head;
import dev.makegood.unit.Key;
import dev.makegood.unit.Loaded;
import dev.makegood.unit.OpenGrants;
import dev.makegood.unit.UnitLoader;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Answers a unit in an open transaction that has its customer's row locked. */
final class JooqLoader implements UnitLoader {

    private static final TableSql<CustomerRecord> CUSTOMERS = TableSql.of(CUSTOMER);
    private static final TableSql<CreditGrantRecord> GRANTS = TableSql.of(CREDIT_GRANT);
    private static final TableSql<TransferRecord> TRANSFERS = TableSql.of(TRANSFER);
    private static final TableSql<GenerationRequestRecord> GENERATIONS =
            TableSql.of(GENERATION_REQUEST);
    private static final TableSql<IdempotentRequestRecord> REQUESTS =
            TableSql.of(IDEMPOTENT_REQUEST);

    private static final String OF_CUSTOMER = "customer_id = ?::uuid";
    private static final String FIRST_GRANTS =
            OF_CUSTOMER + " and is_open order by " + GrantOrder.SQL + " limit "
                    + (OpenGrants.FIRST_MAX + 1);
    private static final String FIRST_EXPIRY = OF_CUSTOMER
            + " and is_open and open_until is not null order by open_until limit 1";
    private static final String SPENDABLE =
            OF_CUSTOMER + " and is_open and (open_until is null or open_until > ?::timestamptz)";

    private final RoundTrip roundTrip;
    private final CustomerId customer;
    private final Head head;
    private final boolean isNew;
    private final Loaded loaded = new Loaded();
    private final Set<Key<?>> asked = new HashSet<>();
    private final @Nullable GrantQuestions grants;

    private JooqLoader(
            RoundTrip roundTrip, CustomerId customer, boolean isNew, Head head,
            @Nullable GrantQuestions grants) {
        this.roundTrip = roundTrip;
        this.customer = customer;
        this.isNew = isNew;
        this.head = head;
        this.grants = grants;
    }

    /**
     * Waits for the customer's row and locks it, and loads what is foreseen. A new customer's row is inserted before
     * anything is read, so that there is something to lock; if the unit writes nothing, that is rolled back.
     *
     * <p>Throws {@link CustomerLocked} if another transaction has the row, and keeps it while this one waits.
     */
    static JooqLoader lock(
            DSLContext dsl, CustomerId customer, LockMode mode, Foreseen foreseen) {
        try {
            var found = lock(dsl, customer, mode, foreseen, /* isNew= */ false);
            return found.isPresent() ? found.get()
                    : lock(dsl, customer, mode, foreseen, insert(dsl, customer)).orElseThrow();
        } catch (DatabaseException | DataAccessException e) {
            throw isLockedByAnother(e) ? new CustomerLocked(e) : e;
        }
    }

    private static boolean isLockedByAnother(RuntimeException error) {
        return DatabaseFault.find(error)
                .filter(DatabaseFault.LOCK_NOT_AVAILABLE::equals)
                .isPresent();
    }

    private static Optional<JooqLoader> lock(
            DSLContext dsl, CustomerId customer, LockMode mode, Foreseen foreseen,
            boolean isNew) {
        var forUpdate = switch (mode) {
            case WAIT -> " for update";
            case NO_WAIT -> " for update nowait";
        };
        var locked = new Question<>(CUSTOMERS, OF_CUSTOMER + forUpdate, customer.toString());
        var asked = StoredKind.ask(customer, foreseen.keys());
        var grants = foreseen.openGrants() ? GrantQuestions.of(customer) : null;
        var roundTrip = new RoundTrip(dsl);
        roundTrip.run(Stream.of(Stream.of(locked),
                asked.stream().map(StoredKind.Asked::question),
                Stream.ofNullable(grants).flatMap(GrantQuestions::all))
                .<SqlStatement>flatMap(Function.identity())
                .toList());
        return locked.rows().stream().findFirst().map(row -> {
            var loader = new JooqLoader(roundTrip, customer, isNew, CustomerRow.read(row), grants);
            loader.keep(foreseen.keys(), asked);
            return loader;
        });
    }

    private void keep(Collection<? extends Key<?>> keys, List<StoredKind.Asked<?>> answers) {
        asked.addAll(keys);
        answers.forEach(kind -> kind.addTo(loaded));
    }

    /** Waits for another transaction that inserts the same row. */
    private static boolean insert(DSLContext dsl, CustomerId customer) {
        return dsl.insertInto(CUSTOMER)
                .set(CUSTOMER.CUSTOMER_ID, customer.value())
                .onConflictDoNothing()
                .execute() == 1;
    }

    Head head() {
        return head;
    }

    boolean isNew() {
        return isNew;
    }

    @Override
    public Loaded load(Collection<? extends Key<?>> keys) {
        var missing = keys.stream().filter(key -> !asked.contains(key)).toList();
        var answers = StoredKind.ask(customer, missing);
        roundTrip.run(answers.stream().map(StoredKind.Asked::question).toList());
        keep(missing, answers);
        return loaded;
    }

    @Override
    public OpenGrants openGrants() {
        if (grants != null) {
            return grants.answer();
        }
        var questions = GrantQuestions.of(customer);
        roundTrip.run(questions.all().toList());
        return questions.answer();
    }

    /** The first open grants, and when the first of all of them expires. */
    private record GrantQuestions(Question<CreditGrantRecord> first,
            Question<CreditGrantRecord> firstExpiry) {

        static GrantQuestions of(CustomerId customer) {
            return new GrantQuestions(new Question<>(GRANTS, FIRST_GRANTS, customer.toString()),
                    new Question<>(GRANTS, FIRST_EXPIRY, customer.toString()));
        }

        Stream<SqlStatement> all() {
            return Stream.of(first, firstExpiry);
        }

        OpenGrants answer() {
            var grants = first.rows().stream().map(GrantRow::read).toList();
            return new OpenGrants(grants.stream().limit(OpenGrants.FIRST_MAX).toList(),
                    grants.size() <= OpenGrants.FIRST_MAX,
                    firstExpiry.rows()
                            .stream()
                            .findFirst()
                            .map(CreditGrantRecord::getOpenUntil)
                            .orElse(null));
        }
    }

    @Override
    public List<GrantBalance> spendableGrants(
            Instant now, @Nullable GrantBalance after, int limit) {
        var place = after == null ? List.<@Nullable String>of() : GrantOrder.place(after);
        return grants(SPENDABLE + (after == null ? "" : " and " + GrantOrder.IS_AFTER)
                + " order by " + GrantOrder.SQL + " limit " + limit,
                Stream.concat(Stream.of(now.toString()), place.stream()));
    }

    @Override
    public List<GrantBalance> expiredGrants(Instant now) {
        return grants(OF_CUSTOMER + " and is_open and open_until <= ?::timestamptz order by "
                + GrantOrder.SQL, Stream.of(now.toString()));
    }

    private List<GrantBalance> grants(String condition, Stream<@Nullable String> values) {
        var found = new Question<>(GRANTS, condition,
                Stream.concat(Stream.of(customer.toString()), values).toArray(String[]::new));
        roundTrip.run(List.of(found));
        return found.rows().stream().map(GrantRow::read).toList();
    }

    @Override
    public List<Transfer> reversalsOf(TransferId purchase) {
        return transfers(
                " and subject_id = ?::uuid and kind in " + labels(TransferKind::isReversal),
                purchase.toString());
    }

    @Override
    public List<Transfer> debtSettlements() {
        return transfers(" and kind in " + labels(TransferKind::isDebtSettlement));
    }

    private static String labels(Predicate<TransferKind> which) {
        return Stream.of(TransferKind.values())
                .filter(which)
                .map(kind -> "'" + kind.label() + "'")
                .collect(joining(", ", "(", ")"));
    }

    private List<Transfer> transfers(String condition, String... values) {
        var found = new Question<>(TRANSFERS, OF_CUSTOMER + condition + " order by sequence",
                Stream.concat(Stream.of(customer.toString()), Stream.of(values))
                        .toArray(String[]::new));
        roundTrip.run(List.of(found));
        return found.rows().stream().map(TransferRow::read).toList();
    }

    @Override
    public Optional<GenerationRequest> findUnpaid(Hostname hostname, String provider) {
        var found = new Question<>(GENERATIONS,
                OF_CUSTOMER + " and hostname = ?::text and provider = ?::text"
                        + " and price > 0 and not is_paid and not is_closed",
                customer.toString(), hostname.value(), provider);
        roundTrip.run(List.of(found));
        return found.rows().stream().findFirst().map(GenerationRequestRow::read);
    }

    @Override
    public List<IdempotentRequest> requestsStartedBefore(Instant startedAt) {
        var found = new Question<>(REQUESTS, OF_CUSTOMER + " and started_at < ?::timestamptz",
                customer.toString(), Microseconds.floor(startedAt).toString());
        roundTrip.run(List.of(found));
        return found.rows().stream().map(IdempotentRequestRow::read).toList();
    }
}
