package dev.reflux.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 100})
    void messages_cutAnywhere_arrive(int chunkBytes) {
        byte[] bytes = ByteBuffer.allocate(100)
                .put((byte) 'Q')
                .putInt(4 + 8)
                .put("SELECT 1".getBytes(UTF_8))
                .put((byte) 'S')
                .putInt(4)
                .put((byte) 'X')
                .putInt(4)
                .array();
        List<String> messages = new ArrayList<>();
        MessageReader reader = new MessageReader((type, content) -> messages.add(type + new String(content, UTF_8)));

        for (int from = 0; from < 5 + 8 + 5 + 5; from += chunkBytes) {
            byte[] chunk = Arrays.copyOfRange(bytes, from, Math.min(from + chunkBytes, 5 + 8 + 5 + 5));
            reader.read(chunk, chunk.length);
        }

        assertThat(messages).containsExactly("QSELECT 1", "S", "X");
    }
}
