package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.payment.PaymentId;
import dev.makegood.persistence.schema.tables.records.CustomerIdentityRecord;
import dev.makegood.persistence.schema.tables.records.GatewayRefRecord;
import dev.makegood.persistence.schema.tables.records.NoticeRecord;
import dev.makegood.persistence.schema.tables.records.PaymentRefRecord;
import dev.makegood.persistence.schema.tables.records.ProjectRefRecord;
import dev.makegood.persistence.schema.tables.records.RunRefRecord;
import dev.makegood.project.ProjectId;
import dev.makegood.unit.Change;
import dev.makegood.unit.Key;

/** Where names that are unique in the world meet the columns of their directories. */
final class ClaimRows {

    private ClaimRows() {}

    static CustomerIdentityRecord identity(CustomerId unit, Change<CustomerId> change) {
        var identity = ((Key.OfIdentity) change.key()).identity();
        return new CustomerIdentityRecord(identity.provider(), identity.subject(),
                change.written().value());
    }

    static ProjectRefRecord project(CustomerId owner, Change<CustomerId> change) {
        return new ProjectRefRecord(((Key.OfProjectRef) change.key()).project().value(),
                owner.value());
    }

    static PaymentRefRecord payment(CustomerId owner, Change<CustomerId> change) {
        return new PaymentRefRecord(((Key.OfPaymentRef) change.key()).payment().value(),
                owner.value());
    }

    static RunRefRecord run(CustomerId owner, Change<ProjectId> change) {
        var key = (Key.OfRun) change.key();
        return new RunRefRecord(key.run().value(), key.pipeline(), owner.value(),
                change.written().value());
    }

    static GatewayRefRecord gatewayRef(CustomerId owner, Change<PaymentId> change) {
        var ref = ((Key.OfGatewayRef) change.key()).ref();
        return new GatewayRefRecord(ref.id(), ref.gateway(), owner.value(),
                change.written().value());
    }

    static NoticeRecord notice(CustomerId owner, Change<CustomerId> change) {
        var notice = ((Key.OfNotice) change.key()).notice();
        return new NoticeRecord(notice.id(), notice.gateway(), owner.value());
    }
}
