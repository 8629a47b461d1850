package dev.makegood.cli.crash;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.store.Store;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;

/** A storage whose process may be halted just before a commit, or just after one; all else is as it was. */
record HaltingStorage(Storage storage, HaltTrigger haltTrigger) implements InvocationHandler {

    static Storage of(Storage storage, HaltTrigger haltTrigger) {
        return (Storage) Proxy.newProxyInstance(Storage.class.getClassLoader(),
                new Class<?>[] {Storage.class}, new HaltingStorage(storage, haltTrigger));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("write")) {
            return write((CustomerId) arguments[0],
                    (Store.Work<? super Unit, Object>) arguments[1]);
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(self, method, arguments);
        }
        try {
            return method.invoke(storage, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object write(CustomerId customer, Store.Work<? super Unit, Object> work) {
        var writes = new ArrayList<PaymentWrite>();
        var answer = storage.write(customer, unit -> {
            writes.clear();
            var made = work.on(new RecordingUnit(unit, writes));
            haltTrigger.pass(HaltPoint.BEFORE_COMMIT);
            writes.forEach(write -> haltTrigger.pass(write.before()));
            return made;
        });
        haltTrigger.pass(HaltPoint.AFTER_COMMIT);
        writes.forEach(write -> haltTrigger.pass(write.after()));
        return answer;
    }
}
