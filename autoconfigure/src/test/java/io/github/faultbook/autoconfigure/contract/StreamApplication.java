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

import java.util.Map;
import java.util.concurrent.Semaphore;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads and writes bodies and fails before, while or after it does so.
 */
@Configuration(proxyBeanMethods = false)
@Import(StreamApplication.StreamController.class)
class StreamApplication {

	/**
	 * The connections that are open.
	 */
	private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

	/**
	 * The requests that wait for nothing.
	 */
	private final Semaphore waiting = new Semaphore(0);

	@Bean
	NettyServerCustomizer countConnections() {
		return (http) -> http.channelGroup(this.connections);
	}

	ChannelGroup connections() {
		return this.connections;
	}

	Semaphore waiting() {
		return this.waiting;
	}

	@RestController
	@RequestMapping("/stream")
	static class StreamController {

		private static final byte[] BLOCK = new byte[64 * 1024];

		private final StreamApplication application;

		StreamController(StreamApplication application) {
			this.application = application;
		}

		private static <T> Mono<T> failure() {
			return Mono.error(new ApiException(CommonError.CONFLICT));
		}

		@PostMapping("/lose")
		Mono<String> lose(@RequestBody Flux<DataBuffer> body) {
			return body.doOnNext(DataBufferUtils::retain).then(failure());
		}

		@PostMapping("/ignore")
		String ignore() {
			throw new ApiException(CommonError.CONFLICT);
		}

		@PostMapping("/read")
		Mono<String> read(@RequestBody Mono<Map<String, Object>> body) {
			return body.then(failure());
		}

		@PostMapping("/wait")
		Mono<String> waitForNothing(@RequestBody Mono<Map<String, Object>> body) {
			return body.doOnNext((read) -> this.application.waiting.release()).then(Mono.never());
		}

		@PostMapping("/parts")
		Mono<String> parts(@RequestBody Flux<Part> parts) {
			return parts.concatMap((part) -> part.content().doOnNext(DataBufferUtils::release).then(failure()))
				.then(failure());
		}

		@GetMapping(path = "/events/failing", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> failingEvents() {
			return Flux.concat(Flux.just("one", "two"), failure());
		}

		@GetMapping("/events/part")
		Mono<Void> partOfAnEvent(ServerHttpResponse response) {
			response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
			// The client may leave while the buffer is created
			Mono<DataBuffer> part = Mono
				.fromSupplier(() -> response.bufferFactory().allocateBuffer(8).write("data:on".getBytes()))
				.doOnDiscard(DataBuffer.class, DataBufferUtils::release);
			return response.writeAndFlushWith(Flux.concat(Mono.just(part), failure()));
		}

		@GetMapping(path = "/events/endless", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> endlessEvents() {
			return Mono.just("again").repeat();
		}

		@GetMapping(path = "/lines/failing", produces = MediaType.APPLICATION_NDJSON_VALUE)
		Flux<Map<String, String>> failingLines() {
			return Flux.concat(Mono.just(Map.of("name", "one")), failure());
		}

		@GetMapping(path = "/lines/endless", produces = MediaType.APPLICATION_NDJSON_VALUE)
		Flux<Map<String, String>> endlessLines() {
			return Mono.just(Map.of("name", "again")).repeat();
		}

		@GetMapping(path = "/blocks", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
		Flux<DataBuffer> blocks(ServerHttpResponse response) {
			return Flux.concat(
					Flux.range(0, 16).map((i) -> response.bufferFactory().allocateBuffer(BLOCK.length).write(BLOCK)),
					StreamController.<DataBuffer>failure())
				.doOnDiscard(DataBuffer.class, DataBufferUtils::release);
		}

	}

}
