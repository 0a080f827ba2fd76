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

package io.github.faultbook.autoconfigure.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.faultbook.pipeline.ErrorReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventStream}.
 */
class EventStreamTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "", "data:1\n\n", "data:1\r\r", "data:1\r\n\r\n", "data:1\n\r\n", "data:1\r\n\n", ":\n\n" })
	void errorFollowsACompleteEvent(String sent) {
		assertThat(after(sent).isBetweenEvents()).isTrue();
		assertThat(afterEach(sent).isBetweenEvents()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "data:1", "data:1\n", "data:1\r\n", "data:1\n\n:", "event:a\ndata:1\n", "\n\nd",
			"data:\u00e9" })
	void errorDoesNotFollowAPartOfAnEvent(String sent) {
		assertThat(after(sent).isBetweenEvents()).isFalse();
		assertThat(afterEach(sent).isBetweenEvents()).isFalse();
	}

	private static EventStream after(String sent) {
		EventStream events = new EventStream();
		byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);
		events.add(bytes, 0, bytes.length);
		return events;
	}

	private static EventStream afterEach(String sent) {
		EventStream events = new EventStream();
		for (byte value : sent.getBytes(StandardCharsets.UTF_8)) {
			events.add(ByteBuffer.wrap(new byte[] { value }));
		}
		return events;
	}

	@Test
	void readingTheBytesLeavesThemToBeSent() {
		ByteBuffer bytes = ByteBuffer.wrap("data:1\n\n".getBytes(StandardCharsets.UTF_8));
		EventStream events = new EventStream();
		events.add(bytes);
		assertThat(events.isBetweenEvents()).isTrue();
		assertThat(bytes.remaining()).isEqualTo(8);
	}

	@ParameterizedTest
	@CsvSource({ "text/event-stream, true", "Text/Event-Stream;charset=UTF-8, true", "application/json, false",
			", false" })
	void recognizesEventsByTheirMediaType(String mediaType, boolean events) {
		assertThat(EventStream.isEventStream(mediaType)).isEqualTo(events);
	}

	@Test
	void eachLineOfABodyIsAField() {
		assertThat(event("{\n\"a\":1\r\n}")).isEqualTo("event:error\ndata:{\ndata:\"a\":1\ndata:}\n\n");
		assertThat(event("a\rb\n")).isEqualTo("event:error\ndata:a\ndata:b\ndata:\n\n");
		assertThat(event("")).isEqualTo("event:error\ndata:\n\n");
	}

	private static String event(String body) {
		return new String(
				EventStream.errorEvent(new ErrorReply(500, Map.of(), body.getBytes(StandardCharsets.UTF_8), 500)),
				StandardCharsets.UTF_8);
	}

}
