package dev.makegood;

import dev.makegood.access.KeysContract;
import dev.makegood.access.RequestsContract;
import dev.makegood.audit.ArchiveContract;
import dev.makegood.customer.CustomersContract;
import dev.makegood.event.EventsContract;
import dev.makegood.generation.GenerationStoreContract;
import dev.makegood.ledger.LedgerStoreContract;
import dev.makegood.ledger.StatementsContract;
import dev.makegood.payment.PaymentStoreContract;
import dev.makegood.pricing.CreditPacksContract;
import dev.makegood.project.HistoriesContract;
import dev.makegood.project.ProjectStoreContract;
import dev.makegood.store.StoreContract;
import dev.makegood.task.TasksContract;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link Storage} must do: all the contracts of its ports.
 *
 * <p>A storage is proved by one small class that extends this and answers the storage. It may be the same one for
 * all tests, with other things in it: each test has customers and a time of its own. Contracts can be extended
 * one at a time too, and a price list has a contract of its own.
 */
public abstract class StorageContract {

    /** The storage under test: the same one as often as it is asked for within a test. */
    protected abstract Storage storage();

    @Nested
    class Units extends StoreContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class Books extends LedgerStoreContract {

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
    class HistoriesOfProjects extends HistoriesContract {

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
    class EventsTold extends EventsContract {

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
    class RequestsRepeated extends RequestsContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class KeysMade extends KeysContract {

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
    class PaymentsForOperators extends PaymentReportsContract {

        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    class HistoriesOfPayments extends PaymentHistoryContract {

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
