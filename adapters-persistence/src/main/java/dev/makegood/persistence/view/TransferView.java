package dev.makegood.persistence.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One transfer of a customer's ledger. */
@Entity
@Table(schema = "makegood", name = "transfer_view")
@SuppressWarnings("NullAway.Init")
public class TransferView {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "sequence")
    private long sequence;

    @Column(name = "kind", length = 20)
    private String kind;

    @Column(name = "amount")
    private long amount;

    @Column(name = "settles")
    private @Nullable UUID settles;

    @Column(name = "subject_kind", length = 20)
    private String subjectKind;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "reason", length = 500)
    private String reason;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "available_after")
    private long availableAfter;

    @Column(name = "held_after")
    private long heldAfter;

    @Column(name = "debt_after")
    private long debtAfter;

    /** For the persistence provider only. */
    protected TransferView() {}

    public UUID id() {
        return id;
    }

    public UUID customerId() {
        return customerId;
    }

    public long sequence() {
        return sequence;
    }

    public String kind() {
        return kind;
    }

    public long amount() {
        return amount;
    }

    public @Nullable UUID settles() {
        return settles;
    }

    public String subjectKind() {
        return subjectKind;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public String reason() {
        return reason;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public long availableAfter() {
        return availableAfter;
    }

    public long heldAfter() {
        return heldAfter;
    }

    public long debtAfter() {
        return debtAfter;
    }
}
