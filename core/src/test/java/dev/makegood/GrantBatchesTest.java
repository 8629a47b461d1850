package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.GrantBatches.GrantedLine;
import dev.makegood.GrantBatches.RefusedLine;
import dev.makegood.csv.LineProblem;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Wallet;
import dev.makegood.testing.MakegoodFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantBatchesTest {

    private static final Identity ADA = new Identity("app", "ada");
    private static final Identity NOBODY = new Identity("app", "nobody");

    private final MakegoodFixture fixture =
            MakegoodFixture.inMemory(builder -> builder.withSignupGrant(Credits.NONE));
    private final GrantBatches batches = fixture.makegood.grantBatches();
    private final CustomerId ada =
            fixture.makegood.customers().findOrCreate(ADA, fixture.samples.customer());

    private static GrantLine line(int number, String id, Identity customer, long credits) {
        return new GrantLine(number, id, customer, false,
                Grant.of(GrantSource.COMPENSATION, new Credits(credits)), "sorry");
    }

    private static GrantLine mayBeNew(GrantLine line) {
        return new GrantLine(line.line(), line.id(), line.customer(), true, line.grant(),
                line.reason());
    }

    private GrantBatches.LineResult grant(GrantLine line) {
        return batches.grant(line, "operator:test", fixture.samples::id);
    }

    private List<String> problems(GrantLine... lines) {
        return batches.check(List.of(lines)).stream().map(LineProblem::toString).toList();
    }

    @Test
    void a_line_is_granted_once_whichever_list_it_is_in() {
        var line = line(2, "june-1", ADA, 40);

        assertThat(batches.isGranted(line)).isFalse();
        assertThat(grant(line)).isEqualTo(new GrantedLine(line, true));
        assertThat(batches.isGranted(line)).isTrue();
        assertThat(grant(line)).isEqualTo(new GrantedLine(line, false));
        assertThat(problems(line)).isEmpty();
        assertThat(fixture.available(ada)).isEqualTo(40);
    }

    @Test
    void a_customer_whom_nobody_knows_is_created_if_the_line_says_so() {
        var line = line(2, "june-1", NOBODY, 40);

        assertThat(problems(line)).containsExactly("line 2: there is no customer app/nobody; "
                + "to create this customer with the grant, say new");
        assertThat(problems(mayBeNew(line))).isEmpty();

        assertThat(grant(mayBeNew(line))).isEqualTo(new GrantedLine(mayBeNew(line), true));
        assertThat(fixture.makegood.customers().find(NOBODY)).get()
                .satisfies(created -> assertThat(fixture.available(created)).isEqualTo(40));
    }

    @Test
    void a_name_stands_for_one_grant() {
        var given = grant(line(2, "june-1", ADA, 40));

        assertThat(given.line().line()).isEqualTo(2);
        assertThat(problems(line(2, "june-2", ADA, 1), line(3, "june-2", ADA, 2)))
                .containsExactly("line 3: the id june-2 is that of line 2 too");
        assertThat(problems(line(2, "june-1", ADA, 41))).singleElement()
                .asString()
                .contains("was used before, for another grant of 40 credits");
        assertThat(problems(mayBeNew(line(2, "june-1", NOBODY, 40)))).singleElement()
                .asString()
                .contains("was used before");
    }

    @Test
    void a_line_that_says_anything_else_than_what_was_granted_is_found_before_any_is_granted() {
        grant(line(2, "june-1", ADA, 5));

        for (var source : List.of(GrantSource.PROMOTION, GrantSource.ADJUSTMENT)) {
            assertThat(problems(new GrantLine(2, "june-1", ADA, false,
                    Grant.of(source, new Credits(5)), "sorry"))).singleElement()
                            .asString()
                            .contains("june-1 was used before");
        }
    }

    @Test
    void what_the_wallet_has_no_room_for_is_refused() {
        fixture.grant(ada, Wallet.CREDITS_MAX.amount() - 10);
        var line = line(2, "june-1", ADA, 11);

        assertThat(grant(line)).isEqualTo(new RefusedLine(line, new Credits(10)));
        assertThat(batches.isGranted(line)).isFalse();
    }
}
