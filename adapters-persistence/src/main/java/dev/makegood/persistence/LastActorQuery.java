package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.EVENT;
import static dev.makegood.persistence.schema.Tables.TRANSFER;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.TransferKind;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row2;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Who last acted on projects and payments, by the newest event about each that names an actor. */
record LastActorQuery(DSLContext dsl, Map<UUID, CustomerId> ownerById) {

    /** What an event is about, as its index has it. */
    private static final Field<String> ABOUT = DSL.field(
            "coalesce(facts ->> 'project', facts ->> 'payment', facts ->> 'subject')",
            SQLDataType.VARCHAR);
    private static final Field<String> ACTOR =
            DSL.field("facts ->> 'actor'", SQLDataType.VARCHAR);

    Map<UUID, String> read() {
        var rootById = new HashMap<String, UUID>();
        ownerById.keySet().forEach(id -> rootById.put(id.toString(), id));
        var ownerOf = new HashMap<>(ownerById);
        readCaptures(rootById, ownerOf);
        return readActors(rootById, ownerOf);
    }

    /** A credit refund is about its capture. */
    private void readCaptures(Map<String, UUID> rootById, Map<UUID, CustomerId> ownerOf) {
        dsl.select(TRANSFER.CUSTOMER_ID, TRANSFER.ID, TRANSFER.SUBJECT_ID)
                .from(TRANSFER)
                .where(DSL.row(TRANSFER.CUSTOMER_ID, TRANSFER.SUBJECT_ID)
                        .in(ownerById.entrySet()
                                .stream()
                                .map(owned -> DSL.row(owned.getValue().value(), owned.getKey()))
                                .toList()))
                .and(TRANSFER.KIND.eq(TransferKind.CAPTURE.label()))
                .fetch()
                .forEach(row -> {
                    rootById.put(row.value2().toString(), row.value3());
                    ownerOf.put(row.value2(), new CustomerId(row.value1()));
                });
    }

    private Map<UUID, String> readActors(
            Map<String, UUID> rootById, Map<UUID, CustomerId> ownerOf) {
        var actors = new HashMap<UUID, String>();
        dsl.select(ABOUT, ACTOR)
                .from(EVENT)
                .where(DSL.row(EVENT.CUSTOMER_ID, ABOUT)
                        .in(ownerOf.entrySet().stream().map(LastActorQuery::keyOf).toList()))
                .and(ACTOR.isNotNull())
                .orderBy(EVENT.CUSTOMER_ID, EVENT.SEQUENCE)
                .fetch()
                .forEach(row -> actors.put(rootById.get(row.value1()), row.value2()));
        return actors;
    }

    private static Row2<UUID, String> keyOf(Map.Entry<UUID, CustomerId> owned) {
        return DSL.row(owned.getValue().value(), owned.getKey().toString());
    }
}
