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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.contract.Server.Container;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.Bean;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.DeferredResultProcessingInterceptor;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for timeouts of asynchronous requests and what happens at the same moment. All
 * requests are sent at once, as Tomcat looks for timeouts every second.
 */
@ParameterizedClass
@EnumSource
class AsyncTimeoutTests {

	private static final List<String> FORMATS = List.of("details-map", "problem-details");

	private static final int REPETITIONS = Integer.getInteger("faultbook.timeouts.repetitions", 1);

	private static Map<String, List<Wire.Answer>> answers = Map.of();

	AsyncTimeoutTests(Container container) {
	}

	@BeforeParameterizedClassInvocation
	static void observe(Container container) throws Exception {
		ExecutorService clients = Executors.newCachedThreadPool();
		try (Server server = new Server(container, "spring.main.sources=" + TimeoutController.class.getName(),
				"faultbook.format-rules[0].header=X-Format: problem-details",
				"faultbook.format-rules[0].format=problem-details")) {
			Map<String, List<Wire.Answer>> all = new LinkedHashMap<>();
			for (int i = 0; i < REPETITIONS; i++) {
				Map<String, Future<Wire.Answer>> sent = new LinkedHashMap<>();
				for (String path : TimeoutController.PATHS) {
					for (String format : FORMATS) {
						sent.put(path + " " + format,
								clients.submit(() -> server.send("GET /timeouts/" + path, "X-Format: " + format)));
					}
				}
				for (var answer : sent.entrySet()) {
					all.computeIfAbsent(answer.getKey(), (key) -> new ArrayList<>()).add(answer.getValue().get());
				}
			}
			answers = all;
		}
		finally {
			clients.shutdownNow();
		}
	}

	@ParameterizedTest
	@CsvSource({ "task/none/interrupted, 503, service_unavailable", "task/none/opaque, 503, service_unavailable",
			"task/result/interrupted, 200, fallback", "task/result/wrapped, 200, fallback",
			"task/error/interrupted, 409, conflict", "task/error/flagged, 409, conflict",
			"task/at-once/opaque, 503, service_unavailable", "task/at-once/fault, 503, service_unavailable",
			"task/at-once/done, 200, done", "deferred/none, 503, service_unavailable", "deferred/result, 200, fallback",
			"deferred/error, 409, conflict", "deferred/result-of-another-thread, 200, fallback",
			"deferred/error-of-another-thread, 409, conflict", "callable/fault, 404, resource_not_found",
			"functional/none, 503, service_unavailable", "functional/result-of-another-thread, 200, fallback",
			"functional/error-of-another-thread, 409, conflict" })
	void timeoutIsAnsweredAsItsHandlerSays(String path, int status, String outcome) {
		for (String format : FORMATS) {
			String expected = (status == 200) ? outcome : "\"" + outcome + "\"";
			assertThat(answers.get(path + " " + format)).hasSize(REPETITIONS).allSatisfy((answer) -> {
				assertThat(answer.status()).isEqualTo(status);
				assertThat(answer.body()).contains(expected).doesNotContain(Markers.SECRET);
			});
		}
	}

	@Test
	void everyPathIsTested() {
		assertThat(answers).hasSize(TimeoutController.PATHS.size() * FORMATS.size());
	}

	/**
	 * Times out.
	 */
	@RestController
	static class TimeoutController {

		/**
		 * Milliseconds. Jetty forgets a timeout that is over before it is scheduled.
		 */
		private static final long TIMEOUT = 500;

		static final List<String> PATHS = List.of("task/none/interrupted", "task/none/opaque",
				"task/result/interrupted", "task/result/wrapped", "task/error/interrupted", "task/error/flagged",
				"task/at-once/opaque", "task/at-once/fault", "task/at-once/done", "deferred/none", "deferred/result",
				"deferred/error", "deferred/result-of-another-thread", "deferred/error-of-another-thread",
				"callable/fault", "functional/none", "functional/result-of-another-thread",
				"functional/error-of-another-thread");

		@GetMapping("/timeouts/callable/fault")
		Callable<String> callable() {
			return () -> {
				throw new ApiException(CommonError.RESOURCE_NOT_FOUND);
			};
		}

		@GetMapping("/timeouts/task/{onTimeout}/{end}")
		WebAsyncTask<String> task(@PathVariable String onTimeout, @PathVariable String end) {
			TaskThread thread = new TaskThread();
			WebAsyncTask<String> task = new WebAsyncTask<>(TIMEOUT, new TaskExecutorAdapter(thread::start),
					() -> thread.run(end));
			switch (onTimeout) {
				case "result" -> task.onTimeout(() -> thread.waits("fallback"));
				case "error" -> task.onTimeout(() -> {
					thread.waits("");
					throw new ApiException(CommonError.CONFLICT);
				});
				case "at-once" -> task.onTimeout(() -> thread.ends("fallback"));
				default -> {
					// Nothing is done after the timeout
				}
			}
			return task;
		}

		@GetMapping("/timeouts/deferred/{onTimeout}")
		DeferredResult<String> deferred(@PathVariable String onTimeout) {
			DeferredResult<String> result = new DeferredResult<>(TIMEOUT);
			switch (onTimeout) {
				case "result" -> result.onTimeout(() -> result.setResult("fallback"));
				case "error" -> result.onTimeout(() -> result.setErrorResult(new ApiException(CommonError.CONFLICT)));
				case "result-of-another-thread" ->
					result.onTimeout(() -> inAnotherThread(() -> result.setResult("fallback")));
				case "error-of-another-thread" -> result.onTimeout(
						() -> inAnotherThread(() -> result.setErrorResult(new ApiException(CommonError.CONFLICT))));
				default -> {
					// Nothing is done after the timeout
				}
			}
			return result;
		}

		@Bean
		RouterFunction<ServerResponse> functionalTimeouts() {
			return RouterFunctions.route().GET("/timeouts/functional/{onTimeout}", (request) -> {
				CompletableFuture<ServerResponse> result = new CompletableFuture<>();
				WebAsyncUtils.getAsyncManager(request.servletRequest())
					.registerDeferredResultInterceptor("timeout", onTimeout(request.pathVariable("onTimeout"), result));
				return ServerResponse.async(result, Duration.ofMillis(TIMEOUT));
			}).build();
		}

		private static DeferredResultProcessingInterceptor onTimeout(String action,
				CompletableFuture<ServerResponse> result) {
			return new DeferredResultProcessingInterceptor() {

				@Override
				public <T> boolean handleTimeout(NativeWebRequest request, DeferredResult<T> deferred) {
					switch (action) {
						case "result-of-another-thread" ->
							inAnotherThread(() -> result.complete(ServerResponse.ok().body("fallback")));
						case "error-of-another-thread" ->
							inAnotherThread(() -> result.completeExceptionally(new ApiException(CommonError.CONFLICT)));
						default -> {
							// Nothing is done after the timeout
						}
					}
					return true;
				}

			};
		}

		private static void inAnotherThread(Runnable action) {
			Thread thread = new Thread(action);
			thread.setUncaughtExceptionHandler((failed, exception) -> {
				// Jetty refuses the dispatch
			});
			thread.start();
			join(thread);
		}

		private static void join(Thread thread) {
			try {
				thread.join();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	/**
	 * Runs a task until it is interrupted.
	 */
	private static final class TaskThread {

		private final CountDownLatch started = new CountDownLatch(1);

		private volatile @Nullable Thread thread;

		/**
		 * Start the thread and wait for the task to begin, as a task that has not begun
		 * would not be interrupted.
		 * @param command what the thread does
		 */
		void start(Runnable command) {
			this.thread = new Thread(command);
			this.thread.start();
			try {
				this.started.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		String run(String end) throws Exception {
			this.started.countDown();
			try {
				new CountDownLatch(1).await();
				throw new AssertionError();
			}
			catch (InterruptedException ex) {
				switch (end) {
					case "interrupted" -> throw ex;
					case "wrapped" -> throw new IllegalStateException(Markers.SECRET, ex);
					case "flagged" -> {
						Thread.currentThread().interrupt();
						throw new IllegalStateException(Markers.SECRET);
					}
					case "opaque" -> throw new IllegalStateException(Markers.SECRET);
					case "fault" -> throw new ApiException(CommonError.RESOURCE_NOT_FOUND);
					default -> {
						return "done";
					}
				}
			}
		}

		/**
		 * Wait until the task has failed and waits for the timeout, or would be faster.
		 * @param result what to return
		 * @return the result
		 */
		String waits(String result) throws InterruptedException {
			while (this.thread.getState() != Thread.State.TIMED_WAITING && this.thread.isAlive()) {
				this.thread.join(1);
			}
			return result;
		}

		String ends(String result) {
			TimeoutController.join(this.thread);
			return result;
		}

	}

}
