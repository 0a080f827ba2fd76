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

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.autoconfigure.PlainRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsatisfiedRequestParameterException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpringErrorResolver}.
 */
class SpringErrorResolverTests {

	private final ErrorCatalog catalog = ErrorCatalog.of(List.of());

	private final StaticMessageSource messages = new StaticMessageSource();

	private final SpringErrorResolver resolver = new SpringErrorResolver(this.catalog, this.messages, false);

	@Test
	void otherExceptionIsNotKnown() {
		assertThat(resolve(new IllegalStateException("secret"))).isNull();
	}

	@Test
	void reasonIsMeantForClients() {
		assertThat(resolve(new ResponseStatusException(HttpStatus.NOT_FOUND, "No invoice 7")))
			.usingRecursiveComparison()
			.isEqualTo(ApiError.builder(CommonError.RESOURCE_NOT_FOUND).message("No invoice 7").build());
	}

	@Test
	void exceptionWithoutReasonHasTheMessageOfTheEntry() {
		assertThat(resolve(new ResponseStatusException(HttpStatus.NOT_FOUND, null, new RuntimeException("secret"))))
			.usingRecursiveComparison()
			.isEqualTo(ApiError.of(CommonError.RESOURCE_NOT_FOUND));
	}

	@Test
	void statusNeedNotBeRegistered() {
		assertThat(resolve(new ResponseStatusException(HttpStatusCode.valueOf(499), "Gone away")))
			.usingRecursiveComparison()
			.isEqualTo(ApiError.builder(this.catalog.forStatus(499)).message("Gone away").build());
	}

	@Test
	void statusBelowThoseOfErrorsIsNotKnown() {
		assertThat(resolve(new ResponseStatusException(HttpStatus.FOUND, "Elsewhere"))).isNull();
	}

	@Test
	void statusAboveThoseOfErrorsIsNotKnown() {
		assertThat(resolve(new ResponseStatusException(HttpStatusCode.valueOf(700)))).isNull();
	}

	@Test
	void problemOfTheApplicationIsSentWhole() {
		ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "Taken by another");
		body.setTitle("Taken");
		body.setType(URI.create("https://example.com/taken"));
		body.setProperty("id", 7);
		ErrorResponseException exception = new ErrorResponseException(HttpStatus.CONFLICT, body, null);
		exception.getHeaders().add("Link", "</a>");
		assertThat(resolve(exception)).usingRecursiveComparison()
			.isEqualTo(ApiError.builder(CommonError.CONFLICT)
				.message("Taken by another")
				.title("Taken")
				.type(URI.create("https://example.com/taken"))
				.facts(Map.of("id", 7))
				.header("Link", "</a>")
				.build());
	}

	@Test
	void anyExceptionMayBeAnErrorResponse() {
		assertThat(resolve(new TeapotException())).usingRecursiveComparison()
			.isEqualTo(ApiError.builder(this.catalog.forStatus(418)).message("Short and stout").build());
	}

	@Test
	void textOfTheFrameworkIsNotSent() {
		assertThat(resolve(new HttpRequestMethodNotSupportedException("SECRET", List.of("GET", "PUT"))))
			.usingRecursiveComparison()
			.isEqualTo(ApiError.builder(CommonError.METHOD_NOT_ALLOWED).header("Allow", "GET, PUT").build());
	}

	@Test
	void headersOfTheFrameworkAreSent() {
		HttpMediaTypeNotSupportedException exception = new HttpMediaTypeNotSupportedException(MediaType.TEXT_PLAIN,
				List.of(MediaType.APPLICATION_JSON));
		assertThat(resolve(exception)).usingRecursiveComparison()
			.isEqualTo(
					ApiError.builder(CommonError.UNSUPPORTED_MEDIA_TYPE).header("Accept", "application/json").build());
	}

	@Test
	void reasonOfTheFrameworkIsNotSent() {
		assertThat(resolve(new MissingRequestValueException("secret", String.class, "secret", null)))
			.usingRecursiveComparison()
			.isEqualTo(ApiError.of(CommonError.INVALID_REQUEST));
	}

	@Test
	void reasonForAnExceptionOfTheFrameworkIsMeantForClients() {
		assertThat(resolve(new ServerWebInputException("Closed"))).usingRecursiveComparison()
			.isEqualTo(ApiError.builder(CommonError.INVALID_REQUEST).message("Closed").build());
		assertThat(resolve(new UnsupportedMediaTypeStatusException("Send a PDF"))).usingRecursiveComparison()
			.isEqualTo(ApiError.builder(CommonError.UNSUPPORTED_MEDIA_TYPE).message("Send a PDF").build());
		this.messages.addMessage("Closed", Locale.GERMAN, "Geschlossen");
		assertThat(this.resolver
			.resolve(new ServerWebInputException("Closed"), new PlainRequest("GET", "/", Locale.GERMAN))
			.message()).isEqualTo("Geschlossen");
	}

	@Test
	void reasonIsMeantForClientsWhereThePackageOfTheApplicationBeginsAsThoseOfTheFramework() {
		ServerWebInputException exception = new ServerWebInputException("No pet 7");
		exception.setStackTrace(new StackTraceElement[] {
				new StackTraceElement("org.springframework.samples.petclinic.Pets", "find", "Pets.java", 7) });
		assertThat(resolve(exception).message()).isEqualTo("No pet 7");
	}

	@Test
	void reasonThatTheFrameworkComposesIsNotSent() {
		assertThat(resolve(new UnsupportedMediaTypeStatusException(MediaType.TEXT_PLAIN, List.of())).hasOwnMessage())
			.isFalse();
		assertThat(resolve(new UnsatisfiedRequestParameterException(List.of("a=1"),
				new LinkedMultiValueMap<>(Map.of("a", List.of("secret")))))
			.hasOwnMessage()).isFalse();
	}

	@Test
	void titleWithoutDetailIsTheMessage() {
		ProblemDetail body = ProblemDetail.forStatus(HttpStatus.CONFLICT);
		body.setTitle("Taken");
		ErrorResponseException exception = new ErrorResponseException(HttpStatus.CONFLICT, body, null);
		assertThat(resolve(exception)).usingRecursiveComparison()
			.isEqualTo(ApiError.builder(CommonError.CONFLICT).title("Taken").message("Taken").build());
	}

	@Test
	void detailIsTranslated() {
		this.messages.addMessage(ErrorResponse.getDefaultDetailMessageCode(TeapotException.class, null), Locale.GERMAN,
				"Kurz und rund");
		ApiError error = this.resolver.resolve(new TeapotException(), new PlainRequest("GET", "/", Locale.GERMAN));
		assertThat(error.message()).isEqualTo("Kurz und rund");
	}

	@Test
	void headerWithoutValueIsLeftOut() {
		ErrorResponseException exception = new ErrorResponseException(HttpStatus.CONFLICT);
		exception.getHeaders().add("X-A", null);
		exception.getHeaders().add("X-B", "b");
		assertThat(resolve(exception).headers()).isEqualTo(Map.of("X-B", List.of("b")));
	}

	@Test
	void annotatedExceptionHasTheMessageOfTheEntry() {
		assertThat(resolve(new GoneException("secret"))).usingRecursiveComparison()
			.isEqualTo(ApiError.of(CommonError.RESOURCE_GONE));
	}

	@Test
	void annotationOfASuperclassCounts() {
		assertThat(resolve(new GoneException("secret") {
		}).code()).isEqualTo("resource_gone");
	}

	@Test
	void reasonOfAnAnnotationIsMeantForClients() {
		assertThat(resolve(new SlowException())).usingRecursiveComparison()
			.isEqualTo(ApiError.builder(CommonError.RATE_LIMIT_EXCEEDED).message("Slow down").build());
	}

	@Test
	void reasonOfAServerErrorStaysInside() {
		assertThat(resolve(new BusyException())).usingRecursiveComparison()
			.isEqualTo(ApiError.of(CommonError.SERVICE_UNAVAILABLE));
		assertThat(resolve(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "jdbc:secret")))
			.usingRecursiveComparison()
			.isEqualTo(ApiError.of(CommonError.SERVICE_UNAVAILABLE));
	}

	@Test
	void detailOfAServerErrorStaysInside() {
		ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "jdbc:secret");
		body.setTitle("secret");
		body.setProperty("secret", "secret");
		body.setType(URI.create("https://example.com/down"));
		assertThat(resolve(new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE, body, null)))
			.usingRecursiveComparison()
			.isEqualTo(ApiError.of(CommonError.SERVICE_UNAVAILABLE));
	}

	@Test
	void reasonOfAServerErrorIsSentIfTheApplicationWantsThat() {
		SpringErrorResolver open = new SpringErrorResolver(this.catalog, this.messages, true);
		assertThat(open.resolve(new BusyException(), new PlainRequest()).message()).isEqualTo("Come back later");
		assertThat(open.resolve(new ResponseStatusException(HttpStatus.BAD_GATEWAY, "Try tomorrow"), new PlainRequest())
			.message()).isEqualTo("Try tomorrow");
	}

	@Test
	void reasonThatIsACodeIsSentWithAnyStatus() {
		this.messages.addMessage("Come back later", Locale.ENGLISH, "Closed on Sundays");
		this.messages.addMessage("shop.closed", Locale.ENGLISH, "Closed");
		assertThat(resolve(new BusyException()).message()).isEqualTo("Closed on Sundays");
		assertThat(resolve(new ResponseStatusException(HttpStatus.BAD_GATEWAY, "shop.closed")).message())
			.isEqualTo("Closed");
	}

	@Test
	void reasonOfAnAnnotationIsTranslated() {
		this.messages.addMessage("Come back later", Locale.GERMAN, "Komm wieder");
		ApiError error = this.resolver.resolve(new BusyException(), new PlainRequest("GET", "/", Locale.GERMAN));
		assertThat(error.message()).isEqualTo("Komm wieder");
	}

	@Test
	void annotationWithAStatusBelowThoseOfErrorsIsNotKnown() {
		assertThat(resolve(new AcceptedException())).isNull();
	}

	private @Nullable ApiError resolve(Throwable exception) {
		return this.resolver.resolve(exception, new PlainRequest());
	}

	@SuppressWarnings("serial")
	@ResponseStatus(HttpStatus.GONE)
	static class GoneException extends RuntimeException {

		GoneException(String message) {
			super(message);
		}

	}

	@SuppressWarnings("serial")
	@ResponseStatus(code = HttpStatus.TOO_MANY_REQUESTS, reason = "Slow down")
	static class SlowException extends RuntimeException {

	}

	@SuppressWarnings("serial")
	@ResponseStatus(code = HttpStatus.SERVICE_UNAVAILABLE, reason = "Come back later")
	static class BusyException extends RuntimeException {

	}

	@SuppressWarnings("serial")
	@ResponseStatus(HttpStatus.ACCEPTED)
	static class AcceptedException extends RuntimeException {

	}

	@SuppressWarnings("serial")
	static class TeapotException extends RuntimeException implements ErrorResponse {

		private final transient ProblemDetail body = ProblemDetail.forStatusAndDetail(getStatusCode(),
				"Short and stout");

		@Override
		public HttpStatusCode getStatusCode() {
			return HttpStatusCode.valueOf(418);
		}

		@Override
		public HttpHeaders getHeaders() {
			return HttpHeaders.EMPTY;
		}

		@Override
		public ProblemDetail getBody() {
			return this.body;
		}

	}

}
