package dev.makegood.persistence.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's credits and figures. */
@Entity
@Table(schema = "makegood", name = "wallet_view")
@SuppressWarnings("NullAway.Init")
public class WalletView {

    @Id
    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "provider", length = 32)
    private @Nullable String provider;

    @Column(name = "subject", length = 200)
    private @Nullable String subject;

    @Column(name = "available")
    private long available;

    @Column(name = "held")
    private long held;

    @Column(name = "debt")
    private long debt;

    @Column(name = "projects_pending")
    private long projectsPending;

    @Column(name = "projects_processing")
    private long projectsProcessing;

    @Column(name = "projects_completed")
    private long projectsCompleted;

    @Column(name = "projects_failed")
    private long projectsFailed;

    @Column(name = "credits_used")
    private long creditsUsed;

    @Column(name = "credits_refunded")
    private long creditsRefunded;

    /** For the persistence provider only. */
    protected WalletView() {}

    public UUID customerId() {
        return customerId;
    }

    public @Nullable String provider() {
        return provider;
    }

    public @Nullable String subject() {
        return subject;
    }

    public long available() {
        return available;
    }

    public long held() {
        return held;
    }

    public long debt() {
        return debt;
    }

    public long projectsPending() {
        return projectsPending;
    }

    public long projectsProcessing() {
        return projectsProcessing;
    }

    public long projectsCompleted() {
        return projectsCompleted;
    }

    public long projectsFailed() {
        return projectsFailed;
    }

    public long creditsUsed() {
        return creditsUsed;
    }

    public long creditsRefunded() {
        return creditsRefunded;
    }
}
