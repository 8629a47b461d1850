package dev.makegood.persistence.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A project as the outside sees it; texts without a limit are the database's. */
@Entity
@Table(schema = "makegood", name = "project_view")
@SuppressWarnings("NullAway.Init")
public class ProjectView {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "status", length = 20)
    private String status;

    @Column(name = "state", length = 20)
    private String state;

    @Column(name = "category", length = 50)
    private String category;

    @Column(name = "operation", length = 50)
    private String operation;

    @Column(name = "pipeline", length = 100)
    private String pipeline;

    @Column(name = "prompt")
    private String prompt;

    @Column(name = "metadata")
    private String metadata;

    @Column(name = "result")
    private @Nullable String result;

    @Column(name = "failure_reason", length = 30)
    private @Nullable String failureReason;

    @Column(name = "error_message")
    private @Nullable String errorMessage;

    @Column(name = "credits_used")
    private long creditsUsed;

    @Column(name = "credits_refunded")
    private long creditsRefunded;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For the persistence provider only. */
    protected ProjectView() {}

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

    public String category() {
        return category;
    }

    public String operation() {
        return operation;
    }

    public String pipeline() {
        return pipeline;
    }

    public String prompt() {
        return prompt;
    }

    public String metadata() {
        return metadata;
    }

    public @Nullable String result() {
        return result;
    }

    public @Nullable String failureReason() {
        return failureReason;
    }

    public @Nullable String errorMessage() {
        return errorMessage;
    }

    public long creditsUsed() {
        return creditsUsed;
    }

    public long creditsRefunded() {
        return creditsRefunded;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
