package dev.makegood;

import dev.makegood.access.ApiKeyStoreContract;
import dev.makegood.access.IdempotentRequestStoreContract;
import dev.makegood.audit.ArchiveContract;
import dev.makegood.customer.CustomersContract;
import dev.makegood.event.EventsContract;
import dev.makegood.generation.GenerationStoreContract;
import dev.makegood.ledger.GrantsContract;
import dev.makegood.ledger.LedgerStoreContract;
import dev.makegood.ledger.StatementsContract;
import dev.makegood.payment.PaymentStoreContract;
import dev.makegood.pricing.CreditPacksContract;
import dev.makegood.project.ProjectHistoryContract;
import dev.makegood.project.ProjectStoreContract;
import dev.makegood.report.TotalsContract;
import dev.makegood.store.StorageProbeContract;
import dev.makegood.store.StoreContract;
import dev.makegood.task.TasksContract;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link Storage} must do: all the contracts of its ports.
 *
 * <p>A storage is tested by one small class that extends this and answers the storage. It may be
 * the same one for all tests, with other things in it: each test has customers and a time of its
 * own. Contracts can be extended one at a time too, and a price list has a contract of its own.
 */
public abstract class StorageContract {

    /** The storage under test: always the same one within a test. */
    protected abstract Storage storage();

    @Nested
    class Units extends StoreContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class LedgerEntries extends LedgerStoreContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class GrantsKept extends GrantsContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class StatementsOfCredits extends StatementsContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class ProjectsKept extends ProjectStoreContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class HistoryOfProjects extends ProjectHistoryContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class ProbeOfTheStorage extends StorageProbeContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class TasksLeft extends TasksContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class EventsRecorded extends EventsContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class CustomersKnown extends CustomersContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class RequestsRepeated extends IdempotentRequestStoreContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class ApiKeysMade extends ApiKeyStoreContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class ReportsForOperators extends ReportsContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class TotalsForAccountants extends TotalsContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class PaymentsForOperators extends PaymentReportsContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class HistoryOfPayments extends PaymentHistoryContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class TheArchive extends ArchiveContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class PaymentsKept extends PaymentStoreContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class GenerationsKept extends GenerationStoreContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class PacksForSale extends CreditPacksContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }
}
