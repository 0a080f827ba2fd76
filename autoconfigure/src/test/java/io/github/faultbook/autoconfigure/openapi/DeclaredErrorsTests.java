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

package io.github.faultbook.autoconfigure.openapi;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.List;
import java.util.NoSuchElementException;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorCodes;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.http.HttpStatus;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DeclaredErrors} and {@link DeclaredErrorsCheck}.
 */
class DeclaredErrorsTests {

	private final WebApplicationContextRunner context = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class, WebMvcAutoConfiguration.class,
				OpenApiErrorAutoConfiguration.class))
		.withPropertyValues("faultbook.codes=" + OrderError.class.getName(),
				"faultbook.mappings." + NoSuchElementException.class.getName() + "=resource_gone");

	@ParameterizedTest
	@CsvSource({ "annotated, conflict order_not_found", "composed, payment_required conflict",
			"inherited, precondition_failed conflict", "nothing, conflict", "throwsAnnotated, conflict order_not_found",
			"throwsMapped, conflict resource_gone", "throwsStatus, conflict content_too_large",
			"throwsUnknown, conflict" })
	void areReadFromTheOperationAndItsExceptions(String operation, String codes) {
		Method method = ReflectionUtils.findMethod(Operations.class, operation);
		this.context.run((context) -> assertThat(
				context.getBean(DeclaredErrors.class).find(new HandlerMethod(new Operations(), method)))
			.extracting(ErrorCode::code)
			.containsExactlyInAnyOrder(codes.split(" ")));
	}

	@Test
	void codesThatAreNotInTheCatalogStopTheStart() {
		this.context.withBean(Typos.class)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(FaultbookConfigurationException.class)
				.extracting((failure) -> ((FaultbookConfigurationException) failure).findings()
					.stream()
					.map((finding) -> finding.where() + ": " + finding.problem())
					.toList())
				.isEqualTo(List.of(
						"@ErrorCodes of " + Typos.class.getName() + ".get: the catalog has no code 'order_not_fond'.",
						"@ErrorCodes of " + Typos.class.getName() + ": the catalog has no code 'Conflict'.",
						"@ErrorCodes of " + TypoException.class.getName() + ": the catalog has no code ''.")));
	}

	@Test
	void correctCodesDoNotStopTheStart() {
		this.context.withBean(Operations.class).run((context) -> assertThat(context).hasNotFailed());
	}

	interface Inherited {

		@ErrorCodes("precondition_failed")
		void inherited();

	}

	@RestController
	@ErrorCodes("conflict")
	static class Operations implements Inherited {

		@GetMapping("/annotated")
		@ErrorCodes({ "order_not_found", "conflict" })
		void annotated() {
		}

		@NeedsPayment
		void composed() {
		}

		@Override
		public void inherited() {
		}

		void nothing() {
		}

		void throwsAnnotated() throws OrderNotFoundException {
		}

		void throwsMapped() throws NoSuchElementException {
		}

		void throwsStatus() throws TooLargeException {
		}

		void throwsUnknown() throws IllegalStateException {
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@ErrorCodes("payment_required")
	@interface NeedsPayment {

	}

	@ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
	static class TooLargeException extends RuntimeException {

	}

	@RestController
	@ErrorCodes("Conflict")
	static class Typos {

		@GetMapping("/typos")
		@ErrorCodes("order_not_fond")
		void get() throws TypoException {
		}

	}

	@ErrorCodes("")
	static class TypoException extends RuntimeException {

	}

}
