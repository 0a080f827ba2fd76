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

package io.github.faultbook.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.settings.FaultbookSetup;
import io.github.faultbook.autoconfigure.settings.FormatSelector;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FaultbookAutoConfiguration} with properties.
 */
class FaultbookAutoConfigurationTests {

	private static final ApiException FAULT = new ApiException(CommonError.CONFLICT);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class));

	@Test
	void answersProblemDetailsByDefault() {
		this.runner.run((context) -> {
			ErrorReply reply = reply(context);
			assertThat(text(reply)).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,"
					+ "\"detail\":\"The request conflicts with the current state of the resource.\","
					+ "\"instance\":\"/invoices/7\",\"code\":\"conflict\"}");
			assertThat(reply.headers()).containsEntry("X-Error-Reference", List.of("ref-1"));
		});
	}

	@Test
	void answersInAWebApplication() {
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class))
			.run((context) -> assertThat(context).hasSingleBean(ErrorPipeline.class));
	}

	@Test
	void startsWithoutSpringWeb() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.web", "org.springframework.http"))
			.run((context) -> assertThat(context).hasSingleBean(ErrorPipeline.class));
	}

	@Test
	void formatIsAPreset() {
		this.runner.withPropertyValues("faultbook.format=details-map")
			.run((context) -> assertThat(text(reply(context))).isEqualTo("{\"error\":\"The request conflicts with "
					+ "the current state of the resource.\",\"error_code\":\"conflict\"}"));
	}

	@Test
	void formatIsDeclaredInTheConfiguration() {
		this.runner
			.withPropertyValues("faultbook.format=house", "faultbook.formats.house={ \"body\": { \"c\": \"{code}\" } }")
			.run((context) -> assertThat(text(reply(context))).isEqualTo("{\"c\":\"conflict\"}"));
	}

	@Test
	void formatIsDeclaredInAResource(@TempDir Path directory) throws IOException {
		Path template = Files.writeString(directory.resolve("house.json"), "{ \"body\": { \"c\": \"{code}\" } }");
		this.runner.withPropertyValues("faultbook.format=house", "faultbook.formats.house=" + template.toUri())
			.run((context) -> assertThat(text(reply(context))).isEqualTo("{\"c\":\"conflict\"}"));
	}

	@Test
	void formatIsABean() {
		this.runner.withBean(WireFormat.class, CodeFormat::new)
			.withPropertyValues("faultbook.format=code")
			.run((context) -> assertThat(text(reply(context))).isEqualTo("conflict"));
	}

	@Test
	void problemDetailsComeBeforeTheRulesIfClientsMayAskForThem() {
		this.runner
			.withPropertyValues("faultbook.problem-details-on-request=true",
					"faultbook.format-rules[0].path=/invoices/**", "faultbook.format-rules[0].format=details-map")
			.run((context) -> {
				FormatSelector formats = context.getBean(FaultbookSetup.class).formats();
				assertThat(formats.apply(new ProblemRequest()).name()).isEqualTo("problem-details");
				assertThat(formats.apply(new PlainRequest()).name()).isEqualTo("details-map");
				assertThat(formats.varies()).containsExactly("Accept");
			});
	}

	@Test
	void problemDetailsAreNotForTheAskingByDefault() {
		this.runner
			.withPropertyValues("faultbook.format-rules[0].path=/invoices/**",
					"faultbook.format-rules[0].format=details-map")
			.run((context) -> {
				FormatSelector formats = context.getBean(FaultbookSetup.class).formats();
				assertThat(formats.apply(new ProblemRequest()).name()).isEqualTo("details-map");
				assertThat(formats.varies()).isEmpty();
			});
	}

	@Test
	void answersVaryByNothingIfTheyAreAlwaysProblemDetails() {
		this.runner.withPropertyValues("faultbook.problem-details-on-request=true")
			.run((context) -> assertThat(context.getBean(FaultbookSetup.class).formats().varies()).isEmpty());
	}

	@Test
	void catalogHoldsTheConfiguredEnums() {
		this.runner.withPropertyValues("faultbook.codes=" + BillingError.class.getName())
			.run((context) -> assertThat(context.getBean(ErrorCatalog.class).find("balance_too_low"))
				.isEqualTo(BillingError.BALANCE_TOO_LOW));
	}

	@Test
	void catalogHoldsEntriesThatAreBeans() {
		this.runner.withBean(ErrorCode.class, () -> BillingError.BALANCE_TOO_LOW)
			.run((context) -> assertThat(context.getBean(ErrorCatalog.class).entries()).hasSize(25)
				.endsWith(BillingError.BALANCE_TOO_LOW));
	}

	@Test
	void entryThatIsABeanAndConfiguredIsOneEntry() {
		this.runner.withBean(ErrorCode.class, () -> BillingError.BALANCE_TOO_LOW)
			.withPropertyValues("faultbook.codes=" + BillingError.class.getName())
			.run((context) -> assertThat(context.getBean(ErrorCatalog.class).entries()).hasSize(26));
	}

	@Test
	void exceptionIsMapped() {
		this.runner
			.withPropertyValues("faultbook.codes=" + BillingError.class.getName(),
					"faultbook.mappings.java.lang.IllegalStateException=balance_too_low")
			.run((context) -> assertThat(reply(context, new IllegalStateException()).status()).isEqualTo(402));
	}

	@Test
	void rootIsMappedForWhatNothingElseKnows() {
		this.runner.withPropertyValues("faultbook.mappings.java.lang.Exception=service_unavailable").run((context) -> {
			assertThat(reply(context, new IOException(FAULT)).status()).isEqualTo(409);
			assertThat(reply(context, new IOException()).status()).isEqualTo(503);
		});
	}

	@Test
	void exceptionIsMappedToACodeAndAMessage() {
		this.runner
			.withPropertyValues("faultbook.mappings.java.io.IOException.code=conflict",
					"faultbook.mappings.java.io.IOException.message=No archive: {exception.message}")
			.run((context) -> assertThat(text(reply(context, new IOException("it is locked"))))
				.contains("No archive: it is locked"));
	}

	@Test
	void nestedExceptionIsMapped() {
		this.runner.withPropertyValues("faultbook.mappings[" + NestedException.class.getName() + "]=resource_gone")
			.run((context) -> assertThat(reply(context, new NestedException()).status()).isEqualTo(410));
	}

	@Test
	void docsAreWhereTheProblemTypeLeads() {
		this.runner.withPropertyValues("faultbook.docs.base-url=https://example.com/errors")
			.run((context) -> assertThat(text(reply(context)))
				.startsWith("{\"type\":\"https://example.com/errors/conflict\","));
	}

	@Test
	void limitsAreKept() {
		ApiException fault = new ApiException(CommonError.VALIDATION_ERROR).message("m".repeat(30))
			.with("large", List.of("x".repeat(30)))
			.violation("a", "required", "is missing")
			.violation("b", "required", "is missing");
		this.runner
			.withPropertyValues("faultbook.format=status-message", "faultbook.limits.violations=1",
					"faultbook.limits.text=16", "faultbook.limits.fact=16B")
			.run((context) -> assertThat(text(reply(context, fault)))
				.isEqualTo("{\"status\":422,\"error\":\"Unprocessable Content\",\"message\":\"mmmmmmmmmmmmmmm… "
						+ "The first 1 of 2 are listed. a: is missing\"}"));
	}

	@Test
	void largestLimitsAreAllowed() {
		this.runner
			.withPropertyValues("faultbook.limits.violations=2147483647", "faultbook.limits.text=2147483647",
					"faultbook.limits.fact=8GB")
			.run((context) -> assertThat(
					text(reply(context, new ApiException(CommonError.CONFLICT).with("a", List.of(1)))))
				.endsWith(",\"a\":[1]}"));
	}

	@Test
	void validationFailuresHaveTheConfiguredStatus() {
		this.runner.withPropertyValues("faultbook.validation.status=422")
			.run((context) -> assertThat(reply(context, new ApiException(CommonError.VALIDATION_ERROR)).status())
				.isEqualTo(422));
	}

	@Test
	void referenceIsSentInTheConfiguredHeader() {
		this.runner.withPropertyValues("faultbook.reference.header=X-Ref")
			.run((context) -> assertThat(reply(context).headers()).containsEntry("X-Ref", List.of("ref-1"))
				.doesNotContainKey("X-Error-Reference"));
	}

	@Test
	void referenceIsNotSentWithoutAHeader() {
		this.runner.withPropertyValues("faultbook.reference.header=")
			.run((context) -> assertThat(reply(context).headers()).containsOnlyKeys("Cache-Control", "Content-Type",
					"Vary", "X-Content-Type-Options"));
	}

	@Test
	void factsAreSerializedByTheMapperOfTheApplication() {
		this.runner.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
			.withPropertyValues("spring.jackson.property-naming-strategy=SNAKE_CASE")
			.run((context) -> assertThat(
					text(reply(context, new ApiException(CommonError.CONFLICT).with("owner", new Owner("Ann")))))
				.endsWith(",\"owner\":{\"first_name\":\"Ann\"}}"));
	}

	@Test
	void textsAreThoseOfTheMessageSource() {
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("faultbook.conflict.title", Locale.ENGLISH, "Taken");
		this.runner.withBean("messageSource", MessageSource.class, () -> messages)
			.withPropertyValues("faultbook.formats.house={ \"body\": { \"t\": \"{title}\" } }",
					"faultbook.format=house")
			.run((context) -> assertThat(text(reply(context))).isEqualTo("{\"t\":\"Taken\"}"));
	}

	private static ErrorReply reply(AssertableApplicationContext context) {
		return reply(context, FAULT);
	}

	private static ErrorReply reply(AssertableApplicationContext context, Throwable exception) {
		return context.getBean(ErrorPipeline.class).handle(exception, new PlainRequest());
	}

	private static String text(ErrorReply reply) {
		return new String(reply.body(), StandardCharsets.UTF_8);
	}

	private record ProblemRequest() implements ErrorRequest {

		private static final PlainRequest PLAIN = new PlainRequest();

		@Override
		public String method() {
			return PLAIN.method();
		}

		@Override
		public String path() {
			return PLAIN.path();
		}

		@Override
		public Locale locale() {
			return PLAIN.locale();
		}

		@Override
		public @Nullable String header(String name) {
			return name.equals("Accept") ? "application/problem+json" : null;
		}

		@Override
		public String reference() {
			return PLAIN.reference();
		}

		@Override
		public <T> @Nullable T unwrap(Class<T> type) {
			return null;
		}

	}

	private record Owner(String firstName) {

	}

	@SuppressWarnings("serial")
	static class NestedException extends Exception {

	}

	private static final class CodeFormat implements WireFormat {

		@Override
		public String name() {
			return "code";
		}

		@Override
		public byte[] write(ApiError error, ErrorRequest request) {
			return error.code().getBytes(StandardCharsets.UTF_8);
		}

	}

}
