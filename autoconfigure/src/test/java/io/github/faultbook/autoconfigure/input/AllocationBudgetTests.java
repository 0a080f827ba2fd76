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

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.sun.management.ThreadMXBean;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.servlet.ServletErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.validation.ValidationErrorAutoConfiguration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.HandlerExceptionResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for the memory that is allocated for invalid input, from the exception in Spring
 * MVC to the last byte. Unlike times, allocations are stable. The budgets leave a
 * twentieth for differences between virtual machines. If a budget is exceeded, find the
 * reason instead of raising it.
 */
@Tag("allocation")
class AllocationBudgetTests {

	private static final int ERRORS = 500;

	private static final int BATCHES = 400;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final Map<String, String> bodies = Map.of("two violations", "{\"name\":\"\",\"lines\":[{\"quantity\":0}]}",
			"malformed", "{\"name\":");

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DispatcherServletAutoConfiguration.class,
				WebMvcAutoConfiguration.class, JacksonAutoConfiguration.class,
				HttpMessageConvertersAutoConfiguration.class, ValidationAutoConfiguration.class,
				FaultbookAutoConfiguration.class, InputErrorAutoConfiguration.class,
				ValidationErrorAutoConfiguration.class, ServletErrorAutoConfiguration.class))
		.withBean(OrderController.class)
		.withPropertyValues("faultbook.format=details-map", "faultbook.log.client-errors=off");

	@BeforeEach
	void virtualMachineCounts() {
		assumeTrue(this.threads.isThreadAllocatedMemorySupported() && this.threads.isThreadAllocatedMemoryEnabled());
	}

	// As the dispatcher does, so that messages of constraints are not rendered again
	@BeforeEach
	void threadKnowsTheLanguage() {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
	}

	@AfterEach
	void threadForgetsTheLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@ParameterizedTest
	@CsvSource({ "two violations, 7300", "malformed, 6700" })
	void badInputStaysWithinItsBudget(String name, long budget) {
		this.runner.run((context) -> assertThat(bytesPerError(context, this.bodies.get(name), budget))
			.isLessThanOrEqualTo(budget));
	}

	/**
	 * Return the memory that handling an exception allocates. The interpreter and the
	 * first compilers allocate more than the last one, so the measurement is repeated
	 * until the result is within the budget.
	 * @param context the application
	 * @param body the body that causes the exception
	 * @param budget the number of bytes at which to stop
	 * @return the least number of bytes
	 * @throws Exception if the request cannot be created
	 */
	private long bytesPerError(WebApplicationContext context, String body, long budget) throws Exception {
		HandlerExceptionResolver resolver = context.getBean("handlerExceptionResolver", HandlerExceptionResolver.class);
		MvcResult result = MockMvcBuilders.webAppContextSetup(context)
			.build()
			.perform(MockMvcRequestBuilders.post("/orders").contentType(MediaType.APPLICATION_JSON).content(body))
			.andReturn();
		MockHttpServletResponse response = new MockHttpServletResponse();
		long least = Long.MAX_VALUE;
		for (int batch = 0; batch < BATCHES && least > budget; batch++) {
			long before = allocated();
			for (int i = 0; i < ERRORS; i++) {
				response.setCommitted(false);
				response.reset();
				resolver.resolveException(result.getRequest(), response, result.getHandler(),
						result.getResolvedException());
			}
			least = Math.min(least, (allocated() - before) / ERRORS);
		}
		assertThat(response.getContentAsString()).isEqualTo(result.getResponse().getContentAsString());
		return least;
	}

	private long allocated() {
		return this.threads.getThreadAllocatedBytes(Thread.currentThread().getId());
	}

	record Line(@Min(1) int quantity) {

	}

	record Order(@NotBlank String name, List<@Valid Line> lines) {

	}

	@RestController
	static class OrderController {

		@PostMapping("/orders")
		void order(@RequestBody @Valid Order order) {

		}

	}

}
