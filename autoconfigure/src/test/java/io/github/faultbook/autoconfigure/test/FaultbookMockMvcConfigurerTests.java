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

package io.github.faultbook.autoconfigure.test;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Tests for {@link FaultbookMockMvcConfigurer}.
 */
class FaultbookMockMvcConfigurerTests {

	private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new TestedController())
		.setControllerAdvice(new OwnAdvice())
		.apply(new FaultbookMockMvcConfigurer("faultbook.format=details-map"))
		.build();

	@Test
	void exceptionIsAnsweredInTheFormat() throws Exception {
		this.mvc.perform(get("/conflict")).andExpect(status().isConflict()).andExpect(content().string("""
				{"error":"The request conflicts with the current state of the resource.","error_code":"conflict"}"""));
	}

	@Test
	void unexpectedExceptionIsAnsweredInTheFormat() throws Exception {
		this.mvc.perform(get("/state"))
			.andExpect(status().isInternalServerError())
			.andExpect(content().contentType("application/json"));
	}

	@Test
	void failedValidationIsAnsweredInTheFormat() throws Exception {
		this.mvc.perform(post("/names").contentType(MediaType.APPLICATION_JSON).content("{}"))
			.andExpect(status().isBadRequest())
			.andExpect(content().string("""
					{"error":"The request contains invalid fields.","error_code":"validation_error",\
					"details":{"name":["must not be blank"]}}"""));
	}

	@Test
	void adviceOfTheTestWins() throws Exception {
		this.mvc.perform(get("/own")).andExpect(status().isLocked()).andExpect(content().string("own"));
	}

	@Test
	void reasonIsShown() throws Exception {
		this.mvc.perform(get("/reason")).andExpect(status().isGone()).andExpect(status().reason("It is over."));
		this.mvc.perform(get("/parameter"))
			.andExpect(status().isBadRequest())
			.andExpect(status().reason("Required parameter 'page' is not present."));
		this.mvc.perform(get("/annotated")).andExpect(status().isConflict()).andExpect(status().reason("It is taken."));
		this.mvc.perform(get("/send-error")).andExpect(status().isGone()).andExpect(status().reason("for the log"));
	}

	@Test
	void applicationContextHasItsOwnProperties() {
		assertThatIllegalArgumentException().isThrownBy(() -> new FaultbookMockMvcConfigurer("faultbook.format=acme")
			.afterConfigurerAdded(MockMvcBuilders.webAppContextSetup(new StaticWebApplicationContext())));
	}

	@Test
	void applicationContextAnswersWithReasons() {
		new WebApplicationContextRunner().withUserConfiguration(TestedApplication.class)
			.withPropertyValues("faultbook.format=details-map")
			.run((context) -> {
				MockMvc application = MockMvcBuilders.webAppContextSetup(context)
					.apply(new FaultbookMockMvcConfigurer())
					.build();
				application.perform(get("/reason"))
					.andExpect(status().isGone())
					.andExpect(status().reason("It is over."))
					.andExpect(content().string("{\"error\":\"It is over.\",\"error_code\":\"resource_gone\"}"));
				application.perform(get("/problem"))
					.andExpect(status().isGone())
					.andExpect(content().string("{\"error\":\"It is over, too.\",\"error_code\":\"resource_gone\"}"));
			});
	}

	@EnableAutoConfiguration
	@Import(TestedController.class)
	static class TestedApplication {

	}

	@RestController
	static class TestedController {

		@GetMapping("/conflict")
		void conflict() {
			throw new ApiException(CommonError.CONFLICT);
		}

		@GetMapping("/state")
		void state() {
			throw new IllegalStateException();
		}

		@GetMapping("/own")
		void own() {
			throw new UnsupportedOperationException();
		}

		@GetMapping("/reason")
		void reason() {
			throw new ResponseStatusException(HttpStatus.GONE, "It is over.");
		}

		@GetMapping("/problem")
		ProblemDetail problem() {
			return ProblemDetail.forStatusAndDetail(HttpStatus.GONE, "It is over, too.");
		}

		@GetMapping("/parameter")
		void parameter(@RequestParam int page) {
		}

		@GetMapping("/annotated")
		@ResponseStatus(code = HttpStatus.CONFLICT, reason = "It is taken.")
		void annotated() {
		}

		@GetMapping("/send-error")
		void sendError(HttpServletResponse response) throws Exception {
			response.sendError(410, "for the log");
		}

		@PostMapping("/names")
		void name(@Valid @RequestBody Name name) {
		}

	}

	@RestControllerAdvice
	static class OwnAdvice {

		@ExceptionHandler
		@ResponseStatus(HttpStatus.LOCKED)
		String handle(UnsupportedOperationException exception) {
			return "own";
		}

	}

	record Name(@NotBlank String name) {

	}

}
