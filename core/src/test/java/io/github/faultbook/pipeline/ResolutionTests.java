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

package io.github.faultbook.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.ApiFault;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Resolution}.
 */
class ResolutionTests {

	private static final ErrorResolver IO = ErrorResolver.mapping(IOException.class, CommonError.BAD_GATEWAY);

	private static final ErrorResolver STATE = ErrorResolver.mapping(IllegalStateException.class, CommonError.CONFLICT);

	private static final ErrorResolver NOTHING = (exception, request) -> null;

	@Test
	void faultIsItsOwnResolver() {
		assertThat(resolve(new ApiException(CommonError.RESOURCE_GONE), IO)).isEqualTo("resource_gone");
	}

	@Test
	void faultIsAskedBeforeResolvers() {
		ErrorResolver all = ErrorResolver.mapping(Throwable.class, CommonError.CONFLICT);
		assertThat(resolve(new ApiException(CommonError.RESOURCE_GONE), all)).isEqualTo("resource_gone");
	}

	@Test
	void firstResolverThatKnowsTheExceptionCounts() {
		ErrorResolver other = ErrorResolver.mapping(IOException.class, CommonError.GATEWAY_TIMEOUT);
		assertThat(resolve(new IOException(), NOTHING, STATE, IO, other)).isEqualTo("bad_gateway");
	}

	@Test
	void allResolversAreAskedAboutTheExceptionBeforeItsCause() {
		assertThat(resolve(new IllegalStateException(new IOException()), IO, STATE)).isEqualTo("conflict");
	}

	@Test
	void causeIsAskedAboutIfTheExceptionIsUnknown() {
		assertThat(resolve(new RuntimeException(new UncheckedIOException(new IOException())), STATE, IO))
			.isEqualTo("bad_gateway");
	}

	@Test
	void faultIsFoundAmongTheCauses() {
		assertThat(resolve(new RuntimeException(new ApiException(CommonError.RESOURCE_GONE)), STATE, IO))
			.isEqualTo("resource_gone");
	}

	@Test
	void unknownExceptionIsAServerError() {
		assertThat(resolve(new IllegalArgumentException("secret"), STATE, IO)).isEqualTo("internal_server_error");
	}

	@Test
	void errorOfTheVirtualMachineIsAServerError() {
		assertThat(resolve(new StackOverflowError(), STATE, IO)).isEqualTo("internal_server_error");
	}

	@Test
	void resolverMayAskNotToBeAskedAboutCauses() {
		assertThat(resolve(new RuntimeException(new IOException()), new TopOnly(IO)))
			.isEqualTo("internal_server_error");
	}

	@Test
	void resolverThatIsNotAskedAboutCausesIsAskedAboutTheException() {
		assertThat(resolve(new IOException(), new TopOnly(IO))).isEqualTo("bad_gateway");
	}

	@ParameterizedTest
	@MethodSource
	void wrapperCountsAsWhatItWraps(Exception wrapper) {
		assertThat(resolve(wrapper, new TopOnly(IO))).isEqualTo("bad_gateway");
	}

	static Stream<Exception> wrapperCountsAsWhatItWraps() {
		IOException wrapped = new IOException();
		return Stream.of(new CompletionException(wrapped), new ExecutionException(wrapped),
				new InvocationTargetException(wrapped), new UndeclaredThrowableException(wrapped),
				new CompletionException(new ExecutionException(wrapped)));
	}

	@Test
	void wrapperOfNothingIsAServerError() {
		assertThat(resolve(new CompletionException("secret", null), STATE, IO)).isEqualTo("internal_server_error");
	}

	@Test
	void exceptionThatExtendsAWrapperIsNotOne() {
		assertThat(resolve(new JobException(), IO)).isEqualTo("conflict");
	}

	@Test
	void fallbackIsAskedIfNoCauseIsKnown() {
		assertThat(resolveWithFallback(new RuntimeException(new IllegalArgumentException()),
				ErrorResolver.mapping(RuntimeException.class, CommonError.NOT_IMPLEMENTED), STATE, IO))
			.isEqualTo("not_implemented");
	}

	@Test
	void fallbackIsNotAskedIfACauseIsKnown() {
		assertThat(resolveWithFallback(new RuntimeException(new IOException()),
				ErrorResolver.mapping(RuntimeException.class, CommonError.NOT_IMPLEMENTED), STATE, IO))
			.isEqualTo("bad_gateway");
	}

	@Test
	void fallbackIsNotAskedAboutCauses() {
		assertThat(resolveWithFallback(new RuntimeException(new IOException()),
				ErrorResolver.mapping(IOException.class, CommonError.NOT_IMPLEMENTED)))
			.isEqualTo("internal_server_error");
	}

	@Test
	void fallbackIsAskedAboutWhatAWrapperWraps() {
		assertThat(resolveWithFallback(new ExecutionException(new IllegalArgumentException()),
				ErrorResolver.mapping(RuntimeException.class, CommonError.NOT_IMPLEMENTED)))
			.isEqualTo("not_implemented");
	}

	@Test
	void fallbackIsAskedAboutAWrapperOfNothing() {
		assertThat(resolveWithFallback(new CompletionException("alone", null),
				ErrorResolver.mapping(CompletionException.class, CommonError.NOT_IMPLEMENTED)))
			.isEqualTo("not_implemented");
	}

	@Test
	void ringOfCausesEnds() {
		RuntimeException first = new RuntimeException("first");
		RuntimeException second = new RuntimeException("second", first);
		first.initCause(second);
		assertThat(resolve(first, STATE, IO)).isEqualTo("internal_server_error");
	}

	@Test
	void aHundredExceptionsAreAskedAbout() {
		assertThat(resolve(nested(99), IO)).isEqualTo("bad_gateway");
		assertThat(resolve(nested(100), IO)).isEqualTo("internal_server_error");
	}

	@Test
	void causeThatCannotBeReadIsTold() {
		RuntimeException failure = new IllegalStateException("no cause");
		Exception exception = new Exception() {

			@Override
			public synchronized Throwable getCause() {
				throw failure;
			}

		};
		Handling handling = new Handling(exception, new TestRequest());
		assertThat(new Resolution(List.of(IO), NOTHING).resolveKnown(exception, handling)).isNull();
		assertThat(handling.toEvent(ApiError.of(CommonError.CONFLICT)).failures()).containsExactly(failure);
	}

	@Test
	void resolverMayMapThroughAnExceptionThatIsNotThrown() {
		ErrorResolver resolver = ErrorResolver.mapping(IOException.class,
				(ex) -> new ApiException(CommonError.CONFLICT).with("reason", ex.getMessage()));
		IOException exception = new IOException("disk");
		ApiError error = new Resolution(List.of(resolver), NOTHING).resolve(exception,
				new Handling(exception, new TestRequest()));
		assertThat(error.facts()).containsExactly(Map.entry("reason", "disk"));
	}

	private static Exception nested(int depth) {
		Exception exception = new IOException();
		for (int i = 0; i < depth; i++) {
			exception = new Exception(exception);
		}
		return exception;
	}

	private String resolve(Throwable exception, ErrorResolver... resolvers) {
		return resolveWithFallback(exception, NOTHING, resolvers);
	}

	private String resolveWithFallback(Throwable exception, ErrorResolver fallback, ErrorResolver... resolvers) {
		Handling handling = new Handling(exception, new TestRequest());
		ApiError error = new Resolution(List.of(resolvers), fallback).resolve(exception, handling);
		assertThat(handling.toEvent(error).failures()).isEmpty();
		return error.code();
	}

	private record TopOnly(ErrorResolver delegate) implements ErrorResolver {

		@Override
		public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
			return this.delegate.resolve(exception, request);
		}

		@Override
		public boolean resolvesCauses() {
			return false;
		}

	}

	@SuppressWarnings("serial")
	private static final class JobException extends ExecutionException implements ApiFault {

		private JobException() {
			super("secret", new IOException());
		}

		@Override
		public ErrorCode errorCode() {
			return CommonError.CONFLICT;
		}

	}

}
