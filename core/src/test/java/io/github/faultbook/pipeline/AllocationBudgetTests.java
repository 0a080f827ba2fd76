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

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.sun.management.ThreadMXBean;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Violation;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for the memory that an error takes from {@code new} to the last byte: what is
 * allocated is steady where times are not. The budgets leave a quarter to differences
 * between virtual machines. One that is exceeded asks for a reason, not for a larger
 * number.
 */
@Tag("allocation")
class AllocationBudgetTests {

	private static final int ERRORS = 500;

	private static final int BATCHES = 400;

	/**
	 * Thrown once: what its stack trace takes depends on who runs the tests.
	 */
	private static final RuntimeException UNEXPECTED = new RuntimeException("the connection pool is empty");

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final Map<String, Supplier<Throwable>> cases = Map.of("not found",
			() -> new ApiException(TestCode.INVOICE_NOT_FOUND).with("invoice_id", "inv_0815"), "invalid",
			() -> new ApiException(CommonError.VALIDATION_ERROR)
				.violation(new Violation(List.of("items", 0, "quantity"), Violation.In.BODY, "out_of_range",
						"must be greater than or equal to 1", Map.of("value", 1)))
				.violation(
						new Violation(List.of("name"), Violation.In.BODY, "required", "must not be blank", Map.of())),
			"unexpected", () -> UNEXPECTED);

	@BeforeEach
	void virtualMachineCounts() {
		assumeTrue(this.threads.isThreadAllocatedMemorySupported() && this.threads.isThreadAllocatedMemoryEnabled());
	}

	@ParameterizedTest
	@CsvSource({ "not found, details-map, 5000", "not found, problem-details, 4900", "invalid, details-map, 5000",
			"invalid, problem-details, 5700", "unexpected, details-map, 2600", "unexpected, problem-details, 3100" })
	void errorStaysWithinItsBudget(String name, String format, long budget) {
		assertThat(bytesPerError(pipeline(format), this.cases.get(name), budget)).isLessThanOrEqualTo(budget);
	}

	private static ErrorPipeline pipeline(String name) {
		WireFormat format = new WireFormats(JsonMapper.shared(), null).preset(name);
		return ErrorPipeline
			.builder(ErrorCatalog.of(List.of(TestCode.values())), (request) -> format, JsonMapper.shared())
			.build();
	}

	/**
	 * Return what an error allocates. The interpreter and the first compilers allocate
	 * more than the last one: ask until it is enough.
	 * @param pipeline answers the errors
	 * @param error creates one
	 * @param budget where to stop
	 * @return the least number of bytes
	 */
	private long bytesPerError(ErrorPipeline pipeline, Supplier<Throwable> error, long budget) {
		TestRequest request = new TestRequest();
		long least = Long.MAX_VALUE;
		for (int batch = 0; batch < BATCHES && least > budget; batch++) {
			long before = allocated();
			for (int i = 0; i < ERRORS; i++) {
				pipeline.handle(error.get(), request);
			}
			least = Math.min(least, (allocated() - before) / ERRORS);
		}
		return least;
	}

	private long allocated() {
		return this.threads.getThreadAllocatedBytes(Thread.currentThread().getId());
	}

	private enum TestCode implements ErrorCode {

		INVOICE_NOT_FOUND;

		private final ErrorDefinition definition = ErrorDefinition.of(404, "There is no invoice {invoice_id}.")
			.parameter("invoice_id", String.class, "The number of the invoice");

		@Override
		public String code() {
			return "invoice_not_found";
		}

		@Override
		public ErrorDefinition definition() {
			return this.definition;
		}

	}

}
