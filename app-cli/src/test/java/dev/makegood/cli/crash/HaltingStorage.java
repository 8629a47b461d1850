package dev.makegood.cli.crash;

import dev.makegood.Storage;
import dev.makegood.Unit;
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
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("write")) {
            return write(method, arguments);
        }
        return method.isDefault() ? InvocationHandler.invokeDefault(self, method, arguments)
                : call(method, arguments);
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(storage, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The work is the last argument of all that write. */
    @SuppressWarnings("unchecked")
    private Object write(Method method, Object[] arguments) throws Throwable {
        var writes = new ArrayList<PaymentWrite>();
        int last = arguments.length - 1;
        var work = (Store.Work<? super Unit, Object>) arguments[last];
        arguments[last] = (Store.Work<Unit, Object>) unit -> {
            writes.clear();
            var made = work.on(new RecordingUnit(unit, writes));
            haltTrigger.pass(HaltPoint.BEFORE_COMMIT);
            writes.forEach(write -> haltTrigger.pass(write.before()));
            return made;
        };
        var answer = call(method, arguments);
        haltTrigger.pass(HaltPoint.AFTER_COMMIT);
        writes.forEach(write -> haltTrigger.pass(write.after()));
        return answer;
    }
}
