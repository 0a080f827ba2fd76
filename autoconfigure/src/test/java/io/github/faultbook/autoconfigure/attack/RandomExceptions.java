/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.attack;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.contract.Markers;
import jakarta.servlet.ServletException;
import jakarta.validation.ConstraintViolationException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.validation.BindException;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;

/**
 * Creates unusual graphs of exceptions, which are the same for the same seed, with
 * {@link Markers#SECRET} in all texts that clients must not see.
 */
final class RandomExceptions {

	private final Random random;

	private final RandomFacts facts;

	private RandomExceptions(long seed) {
		this.random = new Random(seed);
		this.facts = new RandomFacts(this.random);
	}

	static Throwable of(long seed) {
		RandomExceptions exceptions = new RandomExceptions(seed);
		return exceptions.graph(exceptions.random.nextInt(6));
	}

	/**
	 * Throw an exception if the path requests one in this place.
	 * @param place the place
	 * @param path the path of the request
	 */
	static void throwAt(String place, String path) {
		String prefix = "/attack/throw/" + place + "/";
		if (path.startsWith(prefix)) {
			sneak(of(Long.parseLong(path.substring(prefix.length()))));
		}
	}

	/**
	 * Throw an exception, declared or not.
	 * @param exception the exception
	 */
	static void sneak(Throwable exception) {
		RandomExceptions.<RuntimeException>raise(exception);
	}

	@SuppressWarnings("unchecked")
	private static <E extends Throwable> void raise(Throwable exception) throws E {
		throw (E) exception;
	}

	private Throwable graph(int depth) {
		Throwable cause = (depth > 0) ? graph(depth - 1) : null;
		Throwable exception = (this.random.nextInt(3) == 0) ? hostile(cause) : plain(cause);
		for (int i = this.random.nextInt(8); i > 5; i--) {
			exception.addSuppressed(plain(null));
		}
		if (cause != null && this.random.nextInt(4) == 0) {
			tie(exception, cause);
		}
		return exception;
	}

	/**
	 * Create a cycle of causes.
	 * @param exception the last exception
	 * @param cause an earlier exception, which gets the last one as its cause
	 */
	private static void tie(Throwable exception, Throwable cause) {
		try {
			cause.initCause(exception);
		}
		catch (IllegalStateException ex) {
			// The exception already has a cause
		}
	}

	private Throwable plain(Throwable cause) {
		String secret = (this.random.nextInt(4) == 0) ? null : Markers.SECRET.repeat(1 + this.random.nextInt(3));
		return switch (this.random.nextInt(27)) {
			case 0 -> new CompletionException(secret, cause);
			case 1 -> new ExecutionException(secret, cause);
			case 2 -> new InvocationTargetException(cause, secret);
			case 3 -> new UndeclaredThrowableException(cause, secret);
			case 4 -> new ServletException(secret, cause);
			case 5 -> new ServletException(secret);
			case 6 -> new IOException(secret, cause);
			case 7 -> new EOFException(secret);
			case 8 -> new TimeoutException(secret);
			case 9 -> new ResponseStatusException(HttpStatusCode.valueOf(400 + this.random.nextInt(200)), null, cause);
			case 10 -> new ErrorResponseException(HttpStatusCode.valueOf(400 + this.random.nextInt(200)), cause);
			case 11 -> new ConstraintViolationException(secret, null);
			case 12 -> new TypeMismatchException(secret, Integer.class, cause);
			case 13 ->
				new HttpMessageNotReadableException(Markers.SECRET, cause, new MockHttpInputMessage(new byte[0]));
			case 14 -> new HttpMessageNotWritableException(Markers.SECRET, cause);
			case 15 -> new MultipartException(secret, cause);
			case 16 -> new MaxUploadSizeExceededException(this.random.nextLong(), cause);
			case 17 -> new AsyncRequestTimeoutException();
			case 18 -> new AccessDeniedException(secret, cause);
			case 19 -> new BadCredentialsException(secret, cause);
			case 20 -> new AuthenticationServiceException(secret, cause);
			case 21 -> new OutOfMemoryError(secret);
			case 22 -> new NoClassDefFoundError(secret);
			case 23 -> bound();
			case 24, 25 -> api(cause);
			default -> new IllegalStateException(secret, cause);
		};
	}

	private Throwable bound() {
		MapBindingResult result = new MapBindingResult(new HashMap<>(), Markers.SECRET);
		for (int i = this.random.nextInt(4); i > 0; i--) {
			result.rejectValue(this.facts.path(), "wrong", new Object[] { Markers.SECRET },
					this.random.nextBoolean() ? "is wrong" : null);
		}
		result.reject("wrong", null);
		return new BindException(result);
	}

	private Throwable api(Throwable cause) {
		CommonError[] codes = CommonError.values();
		ApiException exception = new ApiException(codes[this.random.nextInt(codes.length)], cause);
		this.facts.next(3).forEach(exception::with);
		this.facts.violations().forEach(exception::violation);
		this.facts.headers().forEach(exception::header);
		return this.random.nextBoolean() ? exception : exception.retryAfter(Duration.ofMillis(this.random.nextLong()));
	}

	private Throwable hostile(Throwable cause) {
		return switch (this.random.nextInt(4)) {
			case 0 -> new HostileErrorResponse(this.random.nextInt(8));
			case 1 -> new HostileFault(this.random.nextInt(8));
			default -> new HostileException(this.random.nextInt(8), cause);
		};
	}

}
