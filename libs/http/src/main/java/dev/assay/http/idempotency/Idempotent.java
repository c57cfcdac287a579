package dev.assay.http.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method that creates or triggers: it needs an {@code Idempotency-Key} and runs once for
 * it. The method must be transactional and return a {@code Response}; key, effect and answer are
 * written in that one transaction. For 24 hours the same key with the same request repeats the
 * answer, and with another request is a 422.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
