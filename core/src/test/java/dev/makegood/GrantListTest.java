package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.csv.LineProblem;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantListTest {

    private static final String COLUMNS = "customer,credits,reason,id,source,new\n";

    private static GrantList read(String line) {
        return GrantList.read(COLUMNS + line);
    }

    @Test
    void a_line_is_a_grant_for_compensation_to_a_known_customer_unless_it_says_otherwise() {
        var lines = GrantList.read(COLUMNS + "app/ada,40,sorry,june-1,,\n"
                + "app/bob,1000000000000,welcome,june-2,promotion,true\n").lines();

        assertThat(lines).containsExactly(
                new GrantLine(2, "june-1", new Identity("app", "ada"), false,
                        Grant.of(GrantSource.COMPENSATION, new Credits(40)), "sorry"),
                new GrantLine(3, "june-2", new Identity("app", "bob"), true,
                        Grant.of(GrantSource.PROMOTION, new Credits(1_000_000_000_000L)),
                        "welcome"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ada,40,sorry,id,,|customer must look like app/user-42",
            "app/ada,0,sorry,id,,|credits must be a whole number from 1 to 10^12",
            "app/ada,1000000000001,sorry,id,,|credits must be a whole number from 1 to 10^12",
            "app/ada,1.5,sorry,id,,|credits must be a whole number from 1 to 10^12",
            "app/ada,40,sorry,id,purchase,|source must be promotion, compensation or adjustment",
            "app/ada,40,sorry,id,gift,|source must be promotion, compensation or adjustment",
            "app/ada,40,sorry,,,|id must have 1 to 100 visible characters",
            "app/ada,40,sorry,a b,,|id must have 1 to 100 visible characters",
            "app/ada,40,sorry,id,,yes|new must be true or false",
            "app/ada,40,,id,,|reason must have 1 to 500 characters"})
    void what_is_wrong_with_a_line_is_said(String line, String problem) {
        assertThat(read(line).lines()).isEmpty();
        assertThat(read(line).problems()).containsExactly(new LineProblem(2, problem));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_the_right_lines_are_read() {
        var list = GrantList.read(COLUMNS + "ada,0,,,gift,yes\napp/ada,40,sorry,june-1,,false\n");

        assertThat(list.problems()).hasSize(6).allMatch(problem -> problem.line() == 2);
        assertThat(list.lines()).singleElement().returns(3, GrantLine::line);
    }

    @Test
    void a_list_without_its_columns_is_none() {
        assertThat(GrantList.read("customer,credits\n").problems()).singleElement()
                .returns(1, LineProblem::line);
    }

    @Test
    void an_own_name_has_its_limits() {
        assertThat(GrantList.isId("x".repeat(100))).isTrue();
        assertThat(GrantList.isId("x".repeat(101))).isFalse();
    }
}
