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

package io.github.faultbook.autoconfigure.readme;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import io.github.faultbook.ApiError;
import io.github.faultbook.ClientInput;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.autoconfigure.test.FaultbookMockMvcConfigurer;
import io.github.faultbook.documentation.ErrorDocumentation;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorTexts;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Code of the pages that is no part of another test, and the classes that their
 * configuration names.
 */
final class PageCode {

	private PageCode() {
	}

	static void openTheDocumentation(HttpSecurity http) {
		http.authorizeHttpRequests(
				(requests) -> requests.requestMatchers("/errors", "/errors.*", "/errors/**").permitAll());
	}

	static void exportInAFormat(ErrorCatalog catalog, String template) throws IOException {
		WireFormat format = new WireFormats(JsonMapper.shared(), null).compile("acme", template);
		new ErrorDocumentation(catalog, List.of(format), new ErrorTexts(ErrorMessages.NONE))
			.writeTo(Path.of("target", "acme"));
	}

	static byte[] render(String template) {
		WireFormat format = new WireFormats(JsonMapper.shared(), "https://api.example.com/errors").compile("acme",
				template);
		ApiError error = ApiError.builder(CommonError.VALIDATION_ERROR)
			.status(format.validationStatus())
			.violations(List.of(Violation.of("items[0].quantity", "required", "is required")))
			.build();
		byte[] body = format.write(error, ErrorExample.request("POST", "/orders"));
		return body;
	}

	static MockMvc standalone() {
		MockMvc mvc = MockMvcBuilders.standaloneSetup(new InvoiceController())
			.setControllerAdvice(new InvoiceAdvice())
			.apply(new FaultbookMockMvcConfigurer("faultbook.format=details-map"))
			.build();
		return mvc;
	}

	static class Formats {

		@Bean
		WireFormat plainText() {
			return new WireFormat() {

				@Override
				public String name() {
					return "plain-text";
				}

				@Override
				public String contentType() {
					return "text/plain;charset=UTF-8";
				}

				@Override
				public byte[] write(ApiError error, ErrorRequest request) {
					return (error.status() + " " + error.message()).getBytes(StandardCharsets.UTF_8);
				}

			};
		}

	}

	enum BookError implements ErrorCode {

		BOOK_NOT_FOUND(ErrorDefinition.of(404, "Book {isbn} does not exist.")
			.cause("It was never bought.")
			.solution("Check the number.")
			.parameter("isbn", String.class, "The requested number", "978-3-16-148410-0")
			.since("1.2"));

		private final ErrorDefinition definition;

		BookError(ErrorDefinition definition) {
			this.definition = definition;
		}

		@Override
		public ErrorDefinition definition() {
			return this.definition;
		}

	}

	@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
	class ErrorDocumentationTests {

		@Autowired
		ErrorDocumentation documentation;

		@Test
		void export() throws IOException {
			this.documentation.writeTo(Path.of("target", "errors"));
		}

	}

	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = IbanValidator.class)
	@interface Iban {

		String code() default "iban_invalid";

		String message() default "is not an IBAN";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	static class IbanValidator implements ConstraintValidator<Iban, String> {

		@Override
		public boolean isValid(String value, ConstraintValidatorContext context) {
			return value.length() > 4;
		}

	}

	@Validated
	@ClientInput
	class OrderService {

		void place(@Valid NewOrder order) {
		}

	}

	record NewOrder(@NotNull String sku) {
	}

	static class Order {

		@Pattern(regexp = ".+@.+")
		String email = "";

		static class Line {

			@Iban
			String account = "";

		}

	}

	@RestController
	static class InvoiceController {

		@GetMapping("/invoices/{id}")
		String invoice(@PathVariable String id) {
			throw new IllegalArgumentException(id);
		}

	}

	@RestControllerAdvice
	static class InvoiceAdvice {

		@ExceptionHandler
		String illegal(IllegalArgumentException exception) {
			return "illegal";
		}

	}

	static class Outer {

		static class NestedException extends RuntimeException {

		}

	}

}
