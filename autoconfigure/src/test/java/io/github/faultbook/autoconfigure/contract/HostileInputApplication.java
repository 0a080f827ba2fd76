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

package io.github.faultbook.autoconfigure.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Takes input that is meant to hurt.
 */
@Configuration(proxyBeanMethods = false)
@Import(HostileInputApplication.HostileInputController.class)
class HostileInputApplication {

	@Bean
	OncePerRequestFilter inflatingFilter() {
		return new OncePerRequestFilter() {

			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				chain.doFilter(
						"gzip".equals(request.getHeader("Content-Encoding")) ? new InflatedRequest(request) : request,
						response);
			}

		};
	}

	@Bean
	WebMvcConfigurer hostileConverters() {
		return new WebMvcConfigurer() {

			@Override
			public void addFormatters(FormatterRegistry registry) {
				registry.addConverter(new ThingConverter());
			}

		};
	}

	@Bean
	RouterFunction<ServerResponse> functionalInput() {
		return RouterFunctions.route()
			.GET("/hostile/functional", (request) -> ServerResponse.ok().body(request.bind(Range.class).toString()))
			.build();
	}

	/**
	 * A request whose headers speak of the body as it was sent.
	 */
	private static final class InflatedRequest extends HttpServletRequestWrapper {

		InflatedRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			InputStream inflated = new GZIPInputStream(super.getInputStream());
			return new ServletInputStream() {

				@Override
				public int read() throws IOException {
					return inflated.read();
				}

				@Override
				public boolean isFinished() {
					return false;
				}

				@Override
				public boolean isReady() {
					return true;
				}

				@Override
				public void setReadListener(ReadListener listener) {
					throw new UnsupportedOperationException();
				}

			};
		}

	}

	/**
	 * Fails in all ways in which a converter of an application may fail.
	 */
	private static final class ThingConverter implements Converter<String, Thing> {

		@Override
		public Thing convert(String id) {
			switch (id) {
				case "fault" -> throw new ApiException(CommonError.RESOURCE_NOT_FOUND);
				case "status" -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
				case "annotated" -> throw new ThingGoneException();
				case "mapped" -> throw new ThingTakenException();
				case "illegal" -> throw new IllegalArgumentException(Markers.SECRET);
				default -> {
					return new Thing(id);
				}
			}
		}

	}

	record Thing(String id) {

	}

	@SuppressWarnings("serial")
	@ResponseStatus(HttpStatus.GONE)
	static class ThingGoneException extends RuntimeException {

	}

	@SuppressWarnings("serial")
	static class ThingTakenException extends RuntimeException {

	}

	@RestController
	@RequestMapping("/hostile")
	static class HostileInputController {

		@InitBinder("checked")
		void initBinder(WebDataBinder binder) {
			binder.addValidators(new CheckedValidator());
		}

		@PostMapping("/body")
		String body(@RequestBody @Valid Named named) {
			return named.name();
		}

		@PostMapping("/count")
		int count(@RequestBody Counts counts) {
			return Objects.requireNonNullElse(counts.text(), "").length();
		}

		@PostMapping("/part")
		String part(@RequestPart("named") @Valid Named named) {
			return named.name();
		}

		@PostMapping("/form")
		String form(@ModelAttribute @Valid Named named) {
			return named.name();
		}

		@GetMapping("/parameter")
		String parameter(@RequestParam @Pattern(regexp = Named.REGEXP, message = Named.MESSAGE) String name) {
			return name;
		}

		@GetMapping("/checked")
		String checked(@ModelAttribute("checked") @Valid Checked checked) {
			return "ok";
		}

		@GetMapping("/thing/{thing}")
		String thing(@PathVariable Thing thing) {
			return thing.id();
		}

		@GetMapping("/thing")
		String parameter(@RequestParam Thing thing) {
			return thing.id();
		}

		@GetMapping("/things")
		String things(Things things) {
			return "ok";
		}

		@GetMapping("/model/{thing}")
		String model(@ModelAttribute("thing") Thing thing) {
			return thing.id();
		}

		@GetMapping("/range")
		String range(Range range) {
			return "ok";
		}

		@GetMapping("/owned")
		String owned(Owned owned) {
			return "ok";
		}

		@GetMapping("/ids")
		String ids(Ids ids) {
			return "ok";
		}

		@GetMapping("/rows")
		String rows(Rows rows) {
			return "ok";
		}

		@GetMapping("/reason/{status}")
		String reason(@PathVariable int status) {
			throw new ResponseStatusException(HttpStatus.valueOf(status), "reason " + Markers.SECRET);
		}

		@GetMapping("/annotated-reason")
		String annotatedReason() {
			throw new BrokenException();
		}

		@GetMapping("/problem/{status}")
		String problem(@PathVariable int status) {
			ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status),
					"detail " + Markers.SECRET);
			body.setTitle("title " + Markers.SECRET);
			body.setProperty("query", "property " + Markers.SECRET);
			throw new ErrorResponseException(HttpStatus.valueOf(status), body, null);
		}

	}

	@SuppressWarnings("serial")
	@ResponseStatus(code = HttpStatus.BAD_GATEWAY, reason = "reason " + Markers.SECRET)
	static class BrokenException extends RuntimeException {

	}

	record Named(@Size(max = 3, message = "is {0}, not ${validatedValue}") @Pattern(regexp = REGEXP,
			message = MESSAGE) String name) {

		static final String REGEXP = "(" + Markers.SECRET + ")?[a-z0-9]{0,2}";

		static final String MESSAGE = "not ${validatedValue}";

	}

	record Counts(@Nullable String text, @Nullable Integer a, @Nullable Integer b) {

	}

	record Checked(@Nullable String text) {

	}

	/**
	 * Repeats what it rejects, once with arguments and once without.
	 */
	private static final class CheckedValidator implements Validator {

		@Override
		public boolean supports(Class<?> type) {
			return true;
		}

		@Override
		public void validate(Object target, Errors errors) {
			if (target instanceof Checked checked) {
				errors.rejectValue("text", "plain", "not " + checked.text());
				errors.rejectValue("text", "pattern",
						new Object[] { 1234, new IllegalStateException(Markers.SECRET), Markers.class },
						"{0} of " + checked.text());
			}
		}

	}

	record Range(int from, int to) {

		Range {
			if (from > to) {
				throw new IllegalArgumentException(Markers.SECRET + " from is after to");
			}
		}

	}

	record Owner(String nick, @Nullable String name) {

		Owner {
			Objects.requireNonNull(nick, "nick");
		}

	}

	record Owned(Owner owner, Optional<Integer> page, Optional<Range> range) {

	}

	record Things(@Nullable Thing thing, @Nullable Integer page) {

		Things {
			if (page != null && page == 7) {
				throw new ApiException(CommonError.CONFLICT);
			}
		}

	}

	public static class Ids {

		private @Nullable List<String> ids;

		public @Nullable List<String> getIds() {
			return this.ids;
		}

		public void setIds(List<String> ids) {
			this.ids = ids;
		}

	}

	record Row(@Nullable String a) {

	}

	record Rows(@Nullable List<Row> rows) {

	}

}
