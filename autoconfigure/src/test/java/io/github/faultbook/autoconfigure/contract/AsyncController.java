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
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Fails on other threads.
 */
@RestController
class AsyncController {

	@GetMapping("/async/callable")
	Callable<String> callable() {
		return () -> {
			throw new ApiException(CommonError.CONFLICT);
		};
	}

	@GetMapping("/async/future")
	CompletableFuture<String> future() {
		return CompletableFuture.supplyAsync(() -> {
			throw new ApiException(CommonError.CONFLICT);
		});
	}

	@GetMapping("/async/deferred")
	DeferredResult<String> deferred() {
		DeferredResult<String> result = new DeferredResult<>();
		result.setErrorResult(new ApiException(CommonError.CONFLICT));
		return result;
	}

	@GetMapping("/async/timeout")
	DeferredResult<String> timeout() {
		return new DeferredResult<>(100L);
	}

	@GetMapping("/async/empty-callable")
	Callable<ResponseEntity<Void>> emptyCallable() {
		return () -> ResponseEntity.notFound().build();
	}

	@GetMapping("/async/empty-future")
	CompletableFuture<ResponseEntity<Void>> emptyFuture() {
		return CompletableFuture.supplyAsync(() -> ResponseEntity.notFound().build());
	}

	@GetMapping("/async/empty-deferred")
	DeferredResult<ResponseEntity<Void>> emptyDeferred() {
		DeferredResult<ResponseEntity<Void>> result = new DeferredResult<>();
		result.setResult(ResponseEntity.notFound().build());
		return result;
	}

	@GetMapping("/async/stream-before")
	StreamingResponseBody streamBefore() {
		return (output) -> {
			throw new IllegalStateException(Markers.SECRET);
		};
	}

	@GetMapping("/async/stream-after")
	StreamingResponseBody streamAfter() {
		return (output) -> {
			output.write("begun".repeat(40_000).getBytes(StandardCharsets.UTF_8));
			throw new IllegalStateException(Markers.SECRET);
		};
	}

	@GetMapping("/async/events-after")
	SseEmitter eventsAfter() throws IOException {
		SseEmitter emitter = new SseEmitter();
		emitter.send("begun");
		emitter.completeWithError(new IllegalStateException(Markers.SECRET));
		return emitter;
	}

}
