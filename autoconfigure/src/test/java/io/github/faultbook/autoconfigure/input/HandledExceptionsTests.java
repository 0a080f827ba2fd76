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

package io.github.faultbook.autoconfigure.input;

import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.stream.Stream;

import io.github.faultbook.ApiFault;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.NestedRuntimeException;
import org.springframework.web.bind.annotation.ExceptionHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HandledExceptions}.
 */
class HandledExceptionsTests {

	@ParameterizedTest
	@CsvSource({ "everything, false", "anyException, false", "anyNested, false", "anyObject, false",
			"serializable, false", "other, false", "base, true", "baseAmongOthers, true", "marker, true", "fault, true",
			"anyFault, true" })
	void methodIsMeantForAFaultIfItNamesMoreThanARoot(String name, boolean meant) {
		Method method = Stream.of(Handlers.class.getDeclaredMethods())
			.filter((candidate) -> candidate.getName().equals(name))
			.findFirst()
			.orElseThrow();
		assertThat(HandledExceptions.includeFault(method, StockFault.class)).isEqualTo(meant);
	}

	private interface Marker {

	}

	private static class StockException extends NestedRuntimeException {

		StockException() {
			super("Out of stock");
		}

	}

	private static class StockFault extends StockException implements ApiFault, Marker {

		@Override
		public ErrorCode errorCode() {
			return CommonError.CONFLICT;
		}

	}

	@SuppressWarnings("unused")
	private static class Handlers {

		@ExceptionHandler
		void everything(Throwable exception) {
		}

		@ExceptionHandler({ Exception.class, RuntimeException.class })
		void anyException() {
		}

		@ExceptionHandler
		void anyNested(NestedRuntimeException exception) {
		}

		@ExceptionHandler(Exception.class)
		void anyObject(Object exception) {
		}

		@ExceptionHandler(Exception.class)
		void serializable(Serializable exception) {
		}

		@ExceptionHandler(IllegalStateException.class)
		void other(Exception exception) {
		}

		@ExceptionHandler(StockException.class)
		void base(Exception exception) {
		}

		@ExceptionHandler({ Exception.class, StockException.class })
		void baseAmongOthers(Exception exception) {
		}

		@ExceptionHandler(Exception.class)
		void marker(Marker exception) {
		}

		@ExceptionHandler
		void fault(StockFault exception) {
		}

		@ExceptionHandler(Exception.class)
		void anyFault(ApiFault exception) {
		}

	}

}
