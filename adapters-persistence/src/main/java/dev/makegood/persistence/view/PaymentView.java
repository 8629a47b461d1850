package dev.makegood.persistence.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment as the outside sees it; amounts are in minor units of its currency. */
@Entity
@Table(schema = "makegood", name = "payment_view")
@SuppressWarnings("NullAway.Init")
public class PaymentView {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "status", length = 20)
    private String status;

    @Column(name = "state", length = 20)
    private String state;

    @Column(name = "gateway", length = 20)
    private String gateway;

    @Column(name = "amount")
    private long amount;

    @Column(name = "currency", length = 3, columnDefinition = "bpchar(3)")
    private String currency;

    @Column(name = "purpose", length = 10)
    private String purpose;

    @Column(name = "pack_name", length = 50)
    private @Nullable String packName;

    @Column(name = "project_id")
    private @Nullable UUID projectId;

    @Column(name = "description")
    private String description;

    @Column(name = "payment_method", length = 50)
    private @Nullable String paymentMethod;

    @Column(name = "paid_at")
    private @Nullable Instant paidAt;

    @Column(name = "refunded")
    private long refunded;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For the persistence provider only. */
    protected PaymentView() {}

    public UUID id() {
        return id;
    }

    public UUID customerId() {
        return customerId;
    }

    public String status() {
        return status;
    }

    public String state() {
        return state;
    }

    public String gateway() {
        return gateway;
    }

    /** What is to be paid, in minor units. */
    public long amount() {
        return amount;
    }

    public String currency() {
        return currency;
    }

    public String purpose() {
        return purpose;
    }

    public @Nullable String packName() {
        return packName;
    }

    /** The project it pays for; null for a pack. */
    public @Nullable UUID projectId() {
        return projectId;
    }

    public String description() {
        return description;
    }

    public @Nullable String paymentMethod() {
        return paymentMethod;
    }

    public @Nullable Instant paidAt() {
        return paidAt;
    }

    /** What was refunded, in minor units; failed refunds do not count. */
    public long refunded() {
        return refunded;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
